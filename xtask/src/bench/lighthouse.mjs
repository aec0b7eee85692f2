// Scores of Lighthouse: node lighthouse.mjs BROWSER ADDRESS PAGE... prints a line for each
// score, which `cargo xtask bench` parses, and on standard error the audits that lost points.
// The performance score varies by some points, so each page is audited several times and the
// median is used.

import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [browserPath, address, ...pages] = process.argv.slice(2);
const BUDGET = 100;
const JUDGEMENTS = 5;

const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const port = Number(new URL(browser.wsEndpoint()).port);
for (const path of pages) {
  const judgements = [];
  for (let times = 0; times < JUDGEMENTS; times++) {
    judgements.push((await lighthouse(address + path, { port, logLevel: "error" })).lhr);
  }
  for (const id of Object.keys(judgements[0].categories)) {
    const lhr = middle(judgements, id);
    const { title, score, auditRefs } = lhr.categories[id];
    const name = `${path || "home page"}: Lighthouse, ${title.toLowerCase()}`;
    console.log([name, Math.round(score * 100), "points", `>${BUDGET}`].join("\t"));
    for (const { id, weight } of auditRefs) {
      const audit = lhr.audits[id];
      if (weight === 0 || audit.score === null || audit.score === 1) continue;
      console.error(`${name}: ${audit.title} (${audit.displayValue ?? audit.score})`);
    }
  }
}
await browser.close();

// The audit with the median score of a category.
function middle(judgements, category) {
  const score = (lhr) => lhr.categories[category].score;
  const sorted = judgements.toSorted((one, other) => score(one) - score(other));
  return sorted[Math.floor(sorted.length / 2)];
}
