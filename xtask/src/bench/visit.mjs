// Measures a first visit on a phone with a slow connection: node visit.mjs BROWSER ADDRESS
// PAGE... prints a line for each figure, which `cargo xtask bench` parses.
//
// The connection is Lighthouse's slow 4G, and the processor is throttled by a factor of four.
// Each page is opened several times in a browser without a cache; the figures are medians.

import puppeteer from "puppeteer-core";

const [browserPath, address, ...pages] = process.argv.slice(2);
const VISITS = 5;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1638.4 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

const ANSWERS = "filters answer";

// The budgets, in milliseconds and in the unit of layout shifts.
const FIGURES = [
  ["first contentful paint", "ms", 650],
  ["largest contentful paint", "ms", 1000],
  [ANSWERS, "ms", 1800],
  ["blocked for", "ms", 150],
  ["layout shift", "", 0],
];

// Runs in the page and collects performance entries.
function observe() {
  const seen = { lcp: 0, shift: 0, tasks: [] };
  globalThis.seen = seen;
  const on = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
    });
  on("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  on("layout-shift", (entry) => (seen.shift += entry.value));
  on("longtask", (entry) => seen.tasks.push([entry.startTime, entry.duration]));
}

async function visit(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true });
  await page.setCacheEnabled(false);
  const devtools = await page.createCDPSession();
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluateOnNewDocument(observe);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => document.documentElement.dataset.explorer === "running");
  // Include what happens after the explorer has taken over.
  await page.waitForNetworkIdle();
  const figures = await page.evaluate(() => {
    const at = (name) => performance.getEntriesByName(name)[0].startTime;
    const painted = at("first-contentful-paint");
    const { lcp, shift, tasks } = globalThis.seen;
    // As Lighthouse's total blocking time: the part of each task after the first paint that
    // exceeds 50 ms.
    const blocked = tasks
      .filter(([start]) => start >= painted)
      .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
    return [painted, lcp, at("explorer"), blocked, shift];
  });
  await context.close();
  return figures;
}

const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
for (const path of pages) {
  const visits = [];
  for (let left = VISITS; left > 0; left--) {
    visits.push(await visit(browser, address + path));
  }
  FIGURES.forEach(([name, unit, budget], column) => {
    const value = middle(visits.map((figures) => figures[column]));
    const page = path || "home page";
    // A page about a single thing has no filters, and loads the explorer when it is idle.
    const [label, limit] =
      path && name === ANSWERS ? ["the explorer runs", "-"] : [name, `<${budget}`];
    console.log([`${page}: ${label}`, value.toFixed(3), unit, limit].join("\t"));
  });
}
await browser.close();
