import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "@/bin/find-programs.mjs";
import { percentile } from "@/tests/bench/table";

/** What a visitor waits for, in milliseconds; `shift` is the layout shift. */
export type Visit = { loaded: number; largestPaint: number; blocked: number; shift: number };

const slow3G = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const slowdown = 4;

/** The middle of some first visits on slow 3G with a slow processor; null where there is no Chromium. */
export async function visitSlowly(url: string, times: number): Promise<Visit | null> {
  const executablePath = findChromium();
  if (!executablePath) return null;
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  const visits: Visit[] = [];
  for (let time = 0; time < times; time++) visits.push(await visitOnce(browser, url));
  await browser.close();
  const middle = (figure: keyof Visit) => percentile(visits.map((visit) => visit[figure]), 0.5);
  return { loaded: middle("loaded"), largestPaint: middle("largestPaint"), blocked: middle("blocked"), shift: middle("shift") };
}

type Seen = Window & { seen?: Omit<Visit, "loaded"> };

/** With a cache of its own, so that nothing is there yet. */
async function visitOnce(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slow3G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: "load" });
  // What is painted and moved after the fonts came counts too.
  await page.waitForLoadState("networkidle");
  const visit = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const seen = (window as Seen).seen ?? { largestPaint: NaN, blocked: NaN, shift: NaN };
    return { loaded: navigation?.loadEventEnd ?? NaN, ...seen };
  });
  await context.close();
  return visit;
}

/** Runs in the page before anything of it. No function in it has a name: the compiler would look after names with help that pages lack. */
function observe(): void {
  const seen = ((window as Seen).seen = { largestPaint: 0, blocked: 0, shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.entryType === "largest-contentful-paint") seen.largestPaint = entry.startTime;
      if (entry.entryType === "longtask") seen.blocked += Math.max(0, entry.duration - 50);
      if (entry.entryType === "layout-shift") seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ entryTypes: ["largest-contentful-paint", "longtask", "layout-shift"] });
}
