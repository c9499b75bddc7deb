// The types of a JSON Schema as TypeScript; the job names the schema and the comment at the top.
import { readFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const { schema, banner } = JSON.parse(await readFile(process.argv[2], "utf8"));
const options = { bannerComment: banner, additionalProperties: false, style: { printWidth: 120 } };
process.stdout.write(await compile(schema, "Decision", options));
