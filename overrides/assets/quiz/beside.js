// @ts-check
// Files that stand beside the quiz's scripts: the same for every visitor, so that no request tells an answer.

/** @param {string} name @returns {Promise<unknown>} its JSON; rejects where it cannot be had */
export async function beside(name) {
  const reply = await fetch(new URL(name, import.meta.url));
  if (!reply.ok) throw new Error(String(reply.status));
  return reply.json();
}
