// Reads days as the page reads them: a job as JSON in, the answers as JSON out.
import { readFileSync } from "node:fs";

import { later, typedDay } from "../../../overrides/assets/quiz/dates.js";

const { months, today, typed, steps } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const days = typed.map((text) => typedDay(text, months, today) ?? null);
process.stdout.write(JSON.stringify({ days, later: steps.map(([day, by]) => later(day, by)) }));
