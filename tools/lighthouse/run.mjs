// Measures pages of a built site with Lighthouse, as on a mid-range phone
// with a slow connection, and prints the scores and what fails:
//
//	node tools/lighthouse/run.mjs [-runs 3] [-timing=false] [folder [page ...]]
//
// The folder is public/, the pages are the home page, a section with charts, an
// indicator and the status page. Each page is measured so many times in a fresh
// browser profile, and the median of each figure counts. The exit status is 1
// when accessibility, best practices or SEO are below 100 or performance is
// below 98; with -timing=false performance is told and does not decide.
// CHROME_PATH names the browser where it is not found by itself.
//
// FCP, LCP, SI and TBT are milliseconds. The last column is Lighthouse's own
// measure of the machine, which should be 1500 or more; the first row is a page
// with nothing on it. Where that is slow, the machine is busy with other work,
// and the figures of the pages say little.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { empty, serve } from "./serve.mjs";

const aims = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };

const metrics = {
  FCP: "first-contentful-paint",
  LCP: "largest-contentful-paint",
  SI: "speed-index",
  TBT: "total-blocking-time",
  CLS: "cumulative-layout-shift",
};

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

// warm lets a browser that has just started paint something, so that the page
// does not wait for it.
async function warm(port, address) {
  const answer = await fetch(`http://127.0.0.1:${port}/json/new?${address + empty}`, { method: "PUT" });
  const { id } = await answer.json();
  await new Promise((done) => setTimeout(done, 1500));
  await fetch(`http://127.0.0.1:${port}/json/close/${id}`);
}

// measure opens a page once, in a profile of its own.
async function measure(address, page) {
  const url = address + page;
  const profile = await mkdtemp(join(tmpdir(), "lighthouse-"));
  const chrome = await launch({
    chromePath: process.env.CHROME_PATH,
    chromeFlags: flags,
    userDataDir: profile,
    ignoreDefaultFlags: false,
  });
  try {
    await warm(chrome.port, address);
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error", onlyCategories: Object.keys(aims) });
    if (lhr.runtimeError) {
      throw new Error(`${url}: ${lhr.runtimeError.message}`);
    }
    return lhr;
  } finally {
    chrome.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

// failing are the audits that cost a category points: id to what they say.
function failing(lhr) {
  return Object.values(lhr.categories).flatMap((category) =>
    category.auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => {
        const { title, displayValue, details } = lhr.audits[id];
        const places = (details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? item.description ?? "");
        return [id, [`${category.id}: ${title}`, displayValue, ...places].filter(Boolean).join("; ")];
      }),
  );
}

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).map((arg) => arg.replace(/^-(?=[a-z])/, "--")),
  options: { runs: { type: "string", default: "3" }, timing: { type: "string", default: "true" } },
  allowPositionals: true,
});
const [folder = fileURLToPath(new URL("../../public", import.meta.url)), ...named] = positionals;
const pages = named.length ? named : ["/", "/2024/clusters/", "/indicators/industry-output/", "/status/"];

const { address, close } = await serve(resolve(folder));
let missed = false;
const row = (cells) => console.log(cells.map((c, n) => (n ? String(c).padStart(8) : String(c).padEnd(30))).join(""));
row(["page", "perf", "a11y", "best", "seo", ...Object.keys(metrics), "kB", "machine"]);
for (const page of [empty, ...pages]) {
  const results = [];
  for (let n = 0; n < Number(values.runs); n++) {
    results.push(await measure(address, page));
  }
  const scores = Object.keys(aims).map((id) => Math.round(100 * median(results.map((r) => r.categories[id].score))));
  const figures = Object.values(metrics).map((id) => median(results.map((r) => r.audits[id].numericValue)));
  const machine = median(results.map((r) => r.environment.benchmarkIndex));
  const bytes = median(results.map((r) => r.audits["total-byte-weight"].numericValue));
  row([page, ...scores, ...figures.map((f, n) => (n === 4 ? f.toFixed(3) : Math.round(f))), (bytes / 1000).toFixed(1), Math.round(machine)]);
  if (page === empty) {
    continue;
  }
  missed ||= Object.entries(aims).some(([id, aim], n) => scores[n] < aim && (id !== "performance" || values.timing !== "false"));
  for (const line of new Map(results.flatMap(failing)).values()) {
    console.log("  " + line);
  }
}
close();
process.exit(missed ? 1 : 0);
