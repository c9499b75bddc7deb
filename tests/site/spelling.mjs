// Reads words, one a line, and writes those that the Canadian dictionary does not know.

import { readFileSync } from "node:fs";
import dictionary from "dictionary-en-ca";
import nspell from "nspell";

const spell = nspell(dictionary);
const words = readFileSync(0, "utf8").split("\n").filter(Boolean);
process.stdout.write(words.filter((word) => !spell.correct(word)).join("\n"));
