// Lighthouse over the built site, as `make audit` runs it: a phone on a slow line, three runs a page, the median counts
// for performance. Prints the scores and what lowered them, and writes a summary to .cache/audit.json. Exit 1 below a
// limit. AUDIT_PAGES names other pages, CHROME_PATH another browser.

import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SITE = process.argv[2] ?? join(ROOT, "site");
const PAGES = process.env.AUDIT_PAGES?.split(" ") ?? [
  "/",
  "/guides/the-tender-wants-cor/",
  "/provinces/alberta/acsa/",
  "/provinces/alberta/",
  "/quiz/",
];
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const RUNS = 3;
const CHROMIUM = "/usr/bin/chromium";
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** The site under the hosts' headers, on a free port. @returns {Promise<{url: string, stop: () => void}>} */
function serve() {
  const python = join(ROOT, ".venv", "bin", "python");
  const server = spawn(python, ["-m", "hooks", "serve", SITE], { cwd: ROOT, env: { ...process.env, PORT: "0" } });
  server.stderr.pipe(process.stderr);
  return new Promise((resolve, reject) => {
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout.on("data", (text) => {
      const url = String(text).match(/http:\S+/)?.[0];
      if (url) resolve({ url, stop: () => server.kill() });
    });
  });
}

const score = (category) => Math.round((category.score ?? 0) * 100);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** What took points from a category. */
function lowered(result, category) {
  const audits = result.categories[category].auditRefs
    .filter((ref) => ref.weight > 0)
    .map((ref) => result.audits[ref.id]);
  return audits
    .filter((audit) => audit.score !== null && audit.score < 0.9)
    .map((audit) => `${audit.title} ${audit.displayValue ?? ""}`.trim());
}

/** One run in a browser of its own; a run that the browser itself spoiled is tried again. @param {string} url */
async function once(url, tries = 3) {
  const chrome = await launch({ chromePath: process.env.CHROME_PATH || CHROMIUM, chromeFlags: FLAGS });
  try {
    const options = { port: chrome.port, logLevel: "error", output: "json", onlyCategories: Object.keys(LEAST) };
    const found = await lighthouse(url, options);
    if (found && !found.lhr.runtimeError) return found.lhr;
    if (tries === 1) throw new Error(`${url}: ${found?.lhr.runtimeError?.message ?? "nothing came back"}`);
  } finally {
    chrome.kill();
  }
  return once(url, tries - 1);
}

/** @param {string} url */
async function look(url) {
  const results = [];
  for (let run = 0; run < RUNS; run += 1) results.push(await once(url));
  const scores = Object.fromEntries(
    Object.keys(LEAST).map((category) => {
      const all = results.map((result) => score(result.categories[category]));
      return [category, category === "performance" ? median(all) : Math.min(...all)];
    }),
  );
  const times = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
  ];
  const measured = Object.fromEntries(
    times.map((id) => [id, median(results.map((result) => result.audits[id].numericValue ?? 0))]),
  );
  const why = Object.keys(LEAST)
    .filter((category) => scores[category] < 100)
    .map((category) => [category, lowered(results[0], category)]);
  return { scores, measured, why: Object.fromEntries(why) };
}

const server = await serve();
const summary = {};
let low = false;
try {
  console.log(
    `${"page".padEnd(32)}${Object.keys(LEAST)
      .map((category) => category.padStart(16))
      .join("")}`,
  );
  for (const page of PAGES) {
    summary[page] = await look(server.url + page);
    const { scores, why } = summary[page];
    console.log(
      `${page.padEnd(32)}${Object.values(scores)
        .map((number) => String(number).padStart(16))
        .join("")}`,
    );
    for (const [category, titles] of Object.entries(why))
      for (const title of titles) console.log(`    ${category}: ${title}`);
    low ||= Object.entries(LEAST).some(([category, least]) => scores[category] < least);
  }
} finally {
  server.stop();
}
mkdirSync(join(ROOT, ".cache"), { recursive: true });
writeFileSync(join(ROOT, ".cache", "audit.json"), JSON.stringify(summary, null, 2));
process.exitCode = low ? 1 : 0;
