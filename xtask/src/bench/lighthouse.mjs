// Lighthouse's judgement: node lighthouse.mjs BROWSER ADDRESS PAGE... prints a
// line a score, as `cargo xtask bench` reads it, and to the error output what
// each score lost points for.

import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [browserPath, address, ...pages] = process.argv.slice(2);
const BUDGET = 100;

const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const port = Number(new URL(browser.wsEndpoint()).port);
for (const path of pages) {
  const { lhr } = await lighthouse(address + path, { port, logLevel: "error" });
  for (const { title, score, auditRefs } of Object.values(lhr.categories)) {
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
