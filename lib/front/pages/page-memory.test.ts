import { describe, expect, test, vi } from "vitest";
import { decode } from "@/lib/front/pages/encodings";
import { PageMemory, type SiteState } from "@/lib/front/pages/page-memory";
import { log } from "@/lib/log";

/** A site whose renders are counted, and whose clock, state and answers the test moves. */
function aSite({ maxBytes = 1_000_000 } = {}) {
  const site = {
    renders: 0,
    now: Date.UTC(2026, 10, 23, 12),
    status: 200,
    breaks: false,
    begun: 0,
    /** The versions that may be shown while a new page is made. */
    shownStill: [] as string[],
    state: { version: "1", isReachable: true } as SiteState,
    holdRenders: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
  };
  let held = Promise.resolve();
  const render = async (address: string) => {
    site.begun += 1;
    await held;
    if (site.breaks) throw new Error("broken off");
    const number = ++site.renders;
    return {
      status: site.status,
      headers: { "content-type": "text/html" },
      body: Buffer.from(`${address}, render ${number}`),
      styles: [],
    };
  };
  const memory = new PageMemory({
    ...{ maxBytes, render, state: () => site.state, now: () => site.now },
    mayServeStale: (version) => site.shownStill.includes(version ?? ""),
  });
  const ask = async (address: string) => {
    const answer = await memory.answer(address);
    if ("rendered" in answer) return `not remembered: ${answer.rendered.status}`;
    const { bodies } = answer.page;
    const body = "identity" in bodies ? bodies.identity : await decode(bodies);
    return `${body.toString()} (${answer.from})`;
  };
  return { site, memory, ask };
}

type Site = ReturnType<typeof aSite>["site"];

test("a page is rendered once, then comes from memory", async () => {
  const { ask } = aSite();
  expect(await ask("/en")).toBe("/en, render 1 (render)");
  expect(await ask("/en")).toBe("/en, render 1 (memory)");
});

test("twenty visitors at once cause one render", async () => {
  const { ask, site } = aSite();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask("/en/cities")));
  expect(new Set(answers)).toEqual(new Set(["/en/cities, render 1 (render)"]));
  expect(site.renders).toBe(1);
});

test("a change of the site shows on the next request", async () => {
  const { ask, site } = aSite();
  await ask("/en");
  site.state = { version: "2", isReachable: true };
  expect(await ask("/en")).toBe("/en, render 2 (render)");
});

test("a page whose render began before a change is not taken for the new one", async () => {
  const { ask, site } = aSite();
  const early = ask("/en");
  site.state = { version: "2", isReachable: true };
  expect(await ask("/en")).toBe("/en, render 2 (render)");
  await early;
  expect(await ask("/en")).toMatch(/render 2|render 3/);
});

test("pages that speak of today are made anew after midnight", async () => {
  const { ask, site } = aSite();
  await ask("/en/events");
  site.now = Date.UTC(2026, 10, 24, 0, 0, 1);
  expect(await ask("/en/events")).toBe("/en/events, render 2 (render)");
});

test("while the database is down, remembered pages are served and marked as stale", async () => {
  const { ask, site } = aSite();
  await ask("/en/cities");
  site.state = { version: "1", isReachable: false };
  site.status = 500;
  expect(await ask("/en/cities")).toBe("/en/cities, render 1 (stale)");
  expect(await ask("/en/cities/ghent")).toBe("not remembered: 500");
});

test("a page that has changed but cannot be made anew is served as it was", async () => {
  const { ask, site } = aSite();
  await ask("/en");
  site.state = { version: "2", isReachable: true };
  site.status = 500;
  expect(await ask("/en")).toBe("/en, render 1 (stale)");
  site.status = 200;
  expect(await ask("/en")).toBe("/en, render 3 (render)");
});

test("a page whose render breaks off is served as it was, and one that was never made fails", async () => {
  const { ask, site } = aSite();
  await ask("/en");
  site.state = { version: "2", isReachable: true };
  site.breaks = true;
  expect(await ask("/en")).toBe("/en, render 1 (stale)");
  await expect(ask("/en/press")).rejects.toThrow("broken off");
  site.breaks = false;
  expect(await ask("/en")).toBe("/en, render 2 (render)");
});

test("a page that does not exist is remembered for ten seconds", async () => {
  const { ask, site } = aSite();
  site.status = 404;
  await ask("/en/nonsense");
  expect(await ask("/en/nonsense")).toBe("/en/nonsense, render 1 (memory)");
  site.now += 10_001;
  expect(await ask("/en/nonsense")).toBe("/en/nonsense, render 2 (render)");
});

test("a city that has left the list is not shown again when the database is down", async () => {
  const { ask, site } = aSite();
  await ask("/en/cities/ghent");
  site.state = { version: "2", isReachable: true };
  site.status = 404;
  await ask("/en/cities/ghent");
  site.state = { version: "2", isReachable: false };
  site.now += 10_001;
  site.status = 503;
  expect(await ask("/en/cities/ghent")).toBe("/en/cities/ghent, render 2 (stale)");
});

test("a filtered page is remembered until the site changes", async () => {
  const { ask, site } = aSite();
  await ask("/en/decisions?year=2026");
  expect(await ask("/en/decisions?year=2026")).toBe("/en/decisions?year=2026, render 1 (memory)");
  site.state = { version: "2", isReachable: true };
  expect(await ask("/en/decisions?year=2026")).toBe("/en/decisions?year=2026, render 2 (render)");
});

test("made-up filters drive out each other and no page", async () => {
  const { ask, memory } = aSite({ maxBytes: 20_000 });
  const madeUp = (number: number) => `/en/decisions?year=${"1".repeat(200_000)}${number}`;
  await ask("/en/decisions");
  for (let number = 0; number < 30; number++) await ask(madeUp(number));
  expect(await ask("/en/decisions")).toBe("/en/decisions, render 1 (memory)");
  expect(await ask(madeUp(29))).toMatch(/ render 31 \(memory\)$/);
  expect(await ask(madeUp(0))).toMatch(/ render 32 \(render\)$/);
  expect(memory.bytes).toBeLessThanOrEqual(4_020_000);
});

test("redirects are not remembered", async () => {
  const { ask, site } = aSite();
  site.status = 308;
  expect(await ask("/en/")).toBe("not remembered: 308");
});

test("memory stays within its bound, and addresses that do not exist drive out no page", async () => {
  const { ask, memory, site } = aSite({ maxBytes: 20_000 });
  for (let number = 0; number < 1_000; number++) await ask(`/en/cities/${number}`);
  expect(memory.bytes).toBeLessThanOrEqual(20_000);
  await ask("/en");
  site.status = 404;
  for (let number = 0; number < 1_000; number++) await ask(`/en/nonsense/${number}`);
  expect(await ask("/en")).toBe("/en, render 1001 (memory)");
});

test("a page that is gone is remembered until the site changes", async () => {
  const { site, ask } = aSite();
  site.status = 410;
  expect(await ask("/en/news/a-handbook")).toBe("/en/news/a-handbook, render 1 (render)");
  site.now += 3_600_000;
  expect(await ask("/en/news/a-handbook")).toBe("/en/news/a-handbook, render 1 (memory)");
  site.state = { version: "2", isReachable: true };
  site.status = 200;
  expect(await ask("/en/news/a-handbook")).toBe("/en/news/a-handbook, render 2 (render)");
});

describe("while residents come one after the other", () => {
  /** The page was made, and then a number has changed. */
  async function aPageWithAnOldNumber() {
    const world = aSite();
    await world.ask("/en");
    world.site.state = { version: "2", isReachable: true };
    world.site.shownStill = ["1"];
    return world;
  }

  test("no reader waits for the page with the new number, and it is made once", async () => {
    const { ask, site } = await aPageWithAnOldNumber();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("/en")));
    expect(new Set(answers)).toEqual(new Set(["/en, render 1 (memory)"]));
    await vi.waitFor(async () => expect(await ask("/en")).toBe("/en, render 2 (memory)"));
    expect(site.begun).toBe(2);
  });

  test("one render at a time makes it, whatever changes meanwhile", async () => {
    const { ask, site } = await aPageWithAnOldNumber();
    const release = site.holdRenders();
    expect(await ask("/en")).toBe("/en, render 1 (memory)");
    site.state = { version: "3", isReachable: true };
    expect(await ask("/en")).toBe("/en, render 1 (memory)");
    expect(site.begun).toBe(2);
    site.shownStill = ["1", "2"];
    release();
    await vi.waitFor(async () => expect(await ask("/en")).toBe("/en, render 2 (memory)"));
    await vi.waitFor(async () => expect(await ask("/en")).toBe("/en, render 3 (memory)"));
  });

  test("a page that is made often is compressed with little effort, others with the most", async () => {
    const { ask, memory, site } = await aPageWithAnOldNumber();
    const effort = () => memory.recall("/en")?.page.effort;
    expect(effort()).toBe("oftenSent");
    await vi.waitFor(async () => expect(await ask("/en")).toBe("/en, render 2 (memory)"));
    expect(effort()).toBe("sentOnce");

    site.now += 60_000;
    site.state = { version: "3", isReachable: true };
    site.shownStill = ["2"];
    await vi.waitFor(async () => expect(await ask("/en")).toBe("/en, render 3 (memory)"));
    expect(effort()).toBe("oftenSent");
  });

  test("a publication shows on the next request", async () => {
    const { ask, site } = await aPageWithAnOldNumber();
    site.shownStill = [];
    expect(await ask("/en")).toBe("/en, render 2 (render)");
  });

  test("after midnight the page of yesterday is not shown", async () => {
    const { ask, site } = await aPageWithAnOldNumber();
    site.now = Date.UTC(2026, 10, 24, 0, 0, 1);
    expect(await ask("/en")).toBe("/en, render 2 (render)");
  });

  test("a city that has just come into being shows at once", async () => {
    const { ask, site } = aSite();
    site.status = 404;
    await ask("/en/cities/ghent");
    site.state = { version: "2", isReachable: true };
    site.shownStill = ["1"];
    site.status = 200;
    expect(await ask("/en/cities/ghent")).toBe("/en/cities/ghent, render 2 (render)");
  });

  test.each([
    ["breaks off", (site: Site) => (site.breaks = true)],
    ["fails", (site: Site) => (site.status = 500)],
  ])("a render that %s keeps the old page, says so once, and is tried again", async (_, fail) => {
    const warn = vi.spyOn(log, "warn").mockReturnValue(undefined);
    const { ask, site } = await aPageWithAnOldNumber();
    fail(site);
    await ask("/en");
    await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
    expect(warn.mock.calls[0]?.[0]).toMatchObject({ address: "/en" });
    Object.assign(site, { breaks: false, status: 200 });
    expect(await ask("/en")).toBe("/en, render 1 (memory)");
    const begun = site.begun;
    expect(await ask("/en")).toBe("/en, render 1 (memory)");
    expect(site.begun).toBe(begun);
    site.now += 1_000;
    await ask("/en");
    await vi.waitFor(async () => expect(await ask("/en")).toMatch(/render [23] \(memory\)$/));
    warn.mockRestore();
  });
});
