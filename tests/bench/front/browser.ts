import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "@/bin/checks/find-programs.mjs";
import { percentile } from "@/tests/bench/table";

/**
 * What a visitor waits for, in milliseconds; `blocked` as in total blocking time, from the first
 * paint of content on; `shift` is the layout shift.
 */
export type Visit = { loaded: number; largestPaint: number; blocked: number; shift: number };

const slow3G = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
};
const slowdown = 4;

/**
 * The middle of some first visits on slow 3G with a slow processor; null where there is no
 * Chromium.
 */
export async function visitSlowly(url: string, times: number): Promise<Visit | null> {
  const executablePath = findChromium();
  if (!executablePath) return null;
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const visits: Visit[] = [];
  for (let time = 0; time < times; time++) visits.push(await visitOnce(browser, url));
  await browser.close();
  const middle = (figure: keyof Visit) =>
    percentile(
      visits.map((visit) => visit[figure]),
      0.5,
    );
  return {
    loaded: middle("loaded"),
    largestPaint: middle("largestPaint"),
    blocked: middle("blocked"),
    shift: middle("shift"),
  };
}

type Seen = Window & {
  seen?: {
    largestPaint: number;
    shift: number;
    firstPaint: number;
    longTasks: { begin: number; end: number }[];
  };
};

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
    const [navigation] = performance.getEntriesByType(
      "navigation",
    ) as PerformanceNavigationTiming[];
    const { largestPaint, shift, firstPaint, longTasks } = (window as Seen).seen ?? {
      largestPaint: NaN,
      shift: NaN,
      firstPaint: NaN,
      longTasks: [],
    };
    // What comes before it is the wait for that paint, and is counted there.
    const blocked = longTasks.reduce(
      (sum, { begin, end }) => sum + Math.max(0, end - Math.max(begin, firstPaint) - 50),
      0,
    );
    return { loaded: navigation?.loadEventEnd ?? NaN, largestPaint, blocked, shift };
  });
  await context.close();
  return visit;
}

/**
 * Runs in the page before anything of it. No function in it has a name: the compiler would look
 * after names with help that pages lack.
 */
function observe(): void {
  const seen: Seen["seen"] = ((window as Seen).seen = {
    largestPaint: 0,
    shift: 0,
    firstPaint: NaN,
    longTasks: [],
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === "first-contentful-paint") seen.firstPaint = entry.startTime;
      if (entry.entryType === "largest-contentful-paint") seen.largestPaint = entry.startTime;
      if (entry.entryType === "longtask")
        seen.longTasks.push({ begin: entry.startTime, end: entry.startTime + entry.duration });
      if (entry.entryType === "layout-shift")
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ entryTypes: ["paint", "largest-contentful-paint", "longtask", "layout-shift"] });
}
