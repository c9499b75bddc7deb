// What two hosts would send, by their own code. A job as JSON comes in: the site's folder, and addresses to ask for. The
// headers that each host sends for each come out, what Cloudflare Pages sends by itself, and what Netlify complains of.

import { join } from "node:path";
import { readFileSync } from "node:fs";
import { generateHandler } from "@cloudflare/pages-shared/dist/asset-server/handler.js";
import { createMetadataObject } from "@cloudflare/pages-shared/dist/metadata-generator/createMetadataObject.js";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";

const { site, config, addresses } = JSON.parse(readFileSync(0, "utf8"));
const given = { netlifyConfigPath: config, minimal: false };
const { headers, errors } = await parseAllHeaders({ ...given, headersFiles: [join(site, "_headers")] });
const moved = await parseAllRedirects({ ...given, redirectsFiles: [join(site, "_redirects")] });

/** Every value of every rule that matches: rules that disagree show. */
function netlify(address) {
  const found = {};
  for (const { forRegExp, values } of headers)
    if (forRegExp.test(address))
      for (const [name, value] of Object.entries(values)) (found[name] ??= new Set()).add(value);
  return Object.fromEntries(Object.entries(found).map(([name, values]) => [name, [...values].join(", ")]));
}

/** Cloudflare publishes how it answers, not how it reads the file: the rules are those that were read above. */
async function cloudflare(address, rules) {
  const read = rules.map(({ for: path, values }) => ({ path, headers: values, unsetHeaders: [] }));
  const response = await generateHandler({
    request: new Request(`https://example.org${address}`),
    metadata: createMetadataObject({ headers: { rules: read, invalid: [] } }),
    findAssetEntryForPath: async (path) => (path.replace(/index\.html$/, "") === address ? path : null),
    getAssetKey: (entry) => entry,
    negotiateContent: () => ({ encoding: null }),
    fetchAsset: async () => ({ body: "", contentType: "application/octet-stream" }),
  });
  return Object.fromEntries(response.headers);
}

const all = async (ask) =>
  Object.fromEntries(await Promise.all(addresses.map(async (address) => [address, await ask(address)])));
const found = {
  netlify: await all(netlify),
  cloudflare: await all((address) => cloudflare(address, headers)),
  untold: await all((address) => cloudflare(address, [])),
  redirects: moved.redirects.map(({ from, to, status }) => [from, to, status]),
  complaints: [...errors, ...moved.errors].map(({ message }) => message),
};
process.stdout.write(JSON.stringify(found));
