// @ts-check
// The marks that instrumented functions leave in an array or in memory.

/** The memory that every run starts with; the marks of WebAssembly's functions stand at its end. */
const MEMORY = 20_971_520;

/** @param {ArrayLike<unknown>} marks @param {number} first @param {number} count @returns {number[]} those that were left */
export function left(marks, first, count) {
  return Array.from({ length: count }, (_, n) => n).filter((n) => marks[first + n]);
}

/**
 * @param {Uint8Array} memory @param {{address: number, count: number} | null} marks
 * @returns {{functions: number[], refused: string}} refused where the heap has grown into the marks
 */
export function functions(memory, marks) {
  if (!marks) return { functions: [], refused: "" };
  const { address, count } = marks;
  const strange = memory.subarray(address, address + count).filter((mark) => mark > 1).length;
  const refused = memory.length === MEMORY && !strange ? "" : `the heap grew into the marks: ${memory.length} bytes, ${strange} strange marks`;
  return { functions: left(memory, address, count), refused };
}
