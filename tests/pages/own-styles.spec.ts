import type { APIRequestContext, CDPSession, Page } from "@playwright/test";
import { ident, parse, walk, type ClassSelector } from "css-tree";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromAnywhere, readStyleSheets } from "@/lib/front/markup/style-sheets";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { listPublicPages, type PublicPage } from "@/tests/pages/public-pages";

// A page carries only the rules that it uses, by short names. Here it is given the whole style
// sheets of the build and the long names: nothing on it may look otherwise.

test.use({ bypassCSP: true, expectedFailures: /status of 404/ });

const folder = ".next/static";
const { sheets, names } = readStyleSheets(folder);

/** As the build made them, by their address. */
const wholeSheets = new Map(
  [...sheets.keys()].map((address) => {
    const file = join(folder, address.replace("/_next/static/", ""));
    return [address, fromAnywhere(readFileSync(file, "utf8"), address)];
  }),
);

const longNames = Object.fromEntries(
  [...wholeSheets.values()]
    .flatMap((css) => classesOf(css))
    .map((name) => [names.ofClass(name), name]),
);

function classesOf(css: string): string[] {
  const classes = new Set<string>();
  const enter = ({ name }: ClassSelector) => void classes.add(ident.decode(name));
  walk(parse(css), { visit: "ClassSelector", enter });
  return [...classes];
}

/** The join form fetches, with its scripts, the sheets that the other public pages hold. */
async function readWholeCss(request: APIRequestContext): Promise<string> {
  const scripts = await (await request.get("/en/join/scripts.js")).text();
  const linked = [...scripts.matchAll(/"(\/_next\/static\/[^"\\]+\.css)"/g)];
  return linked.map(([, address = ""]) => wholeSheets.get(address) ?? "").join("");
}

/**
 * How all elements look as the page is, and then with all styles and long names, which are taken
 * away again.
 * @returns how many looks were compared, and those that differ
 */
async function compare(page: Page, css: string): Promise<{ count: number; different: string[] }> {
  return page.evaluate(
    ([wholeCss, long]) => {
      const all = [...document.querySelectorAll("*")];
      // What stands in the same place and has the same classes looks alike: rows of a table.
      const places = new Map<Element, string>();
      const placeOf = (element: Element): string => {
        const { parentElement, previousElementSibling: before, nextElementSibling: next } = element;
        const own = (one: Element | null) =>
          one?.outerHTML
            .slice(0, one.outerHTML.indexOf(">"))
            .replace(/ (href|id|for)="[^"]*"/g, "");
        const above = parentElement ? places.get(parentElement) : "";
        return [above, own(before), own(element), next === null].join(" ");
      };
      for (const element of all) places.set(element, placeOf(element));
      const elements = [...new Map(all.map((one) => [places.get(one), one])).values()];
      const partsOf = (element: Element) =>
        element.matches("input,textarea")
          ? [undefined, "::placeholder"]
          : [undefined, "::before", "::after", ...(element.matches("li") ? ["::marker"] : [])];
      const look = () =>
        elements.flatMap((element) =>
          partsOf(element).map((part) => {
            const looks = getComputedStyle(element, part);
            const isThere = !/before|after/.test(part ?? "") || looks.content !== "none";
            return {
              of: `${element.tagName} ${part ?? ""} ${element.textContent.slice(0, 30)}`,
              style: isThere ? looks.cssText : "",
            };
          }),
        );
      const own = look();
      const style = document.querySelector("style");
      if (!style) throw new Error("A page without styles");
      const ownCss = style.textContent;
      const ownClasses = all.map((element) => element.getAttribute("class"));
      style.textContent = wholeCss;
      all.forEach((element, index) => {
        const classes = ownClasses[index]?.split(" ").map((name) => long[name] ?? name);
        if (classes) element.setAttribute("class", classes.join(" "));
      });
      const whole = look();
      style.textContent = ownCss;
      all.forEach((element, index) => {
        const classes = ownClasses[index];
        if (classes) element.setAttribute("class", classes);
      });
      const different = own.filter(({ style: looks }, index) => looks !== whole[index]?.style);
      return { count: own.length, different: different.map(({ of }) => of) };
    },
    [css, longNames] as const,
  );
}

/** Every element is pointed at and has the focus, as far as styles know. */
async function forceStates(session: CDPSession): Promise<void> {
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { nodes } = await session.send("DOM.getFlattenedDocument", { depth: -1 });
  const forcedPseudoClasses = ["hover", "active", "focus", "focus-visible", "focus-within"];
  const elements = nodes.filter(({ nodeType }) => nodeType === 1);
  await Promise.all(
    elements.map(({ nodeId }) =>
      session.send("CSS.forcePseudoState", { nodeId, forcedPseudoClasses }),
    ),
  );
}

const conditions = {
  "wide and light": [1280, { colorScheme: "light" }],
  "narrow and dark": [360, { colorScheme: "dark" }],
  "on paper": [800, { media: "print" }],
  "in forced colours": [800, { forcedColors: "active" }],
} as const;

const asUsual = { colorScheme: "light", media: "screen", forcedColors: "none" } as const;

/** Of cities, articles and principles the first two, of the pages that help one. */
function oneOfEachKind(pages: readonly PublicPage[]): PublicPage[] {
  const counts = new Map<string, number>();
  return pages.filter(({ path, status }) => {
    const section = /^\/en\/(cities|news|principles)\/[^?]+$/.exec(path)?.[1];
    const isHelp = status !== 200 || /^\/en\/(no-such|out-of|sent-|busy$)/.test(path);
    const kind = section ?? (isHelp ? "help" : path);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return (counts.get(kind) ?? 0) <= (isHelp ? 1 : 2);
  });
}

/** Two tests, so that two browsers share the work. */
const isInHalf = (half: 0 | 1) => (_: unknown, index: number) => index % 2 === half;

for (const half of [0, 1] as const) {
  test(`no kind of public page looks otherwise than with all styles, half ${half + 1} @scripts`, async ({
    page,
    request,
  }) => {
    test.setTimeout(600_000);
    const pages = oneOfEachKind(await listPublicPages(request));
    const css = await readWholeCss(request);
    expect(css.length).toBeGreaterThan(30_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const paths = [...pages.map((each) => each.path), "/en/join"].filter(isInHalf(half));
    for (const path of paths) {
      await page.goto(path);
      for (const [name, [width, media]] of Object.entries(conditions)) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ ...asUsual, ...media });
        const { count, different } = await compare(page, css);
        expect(count, path).toBeGreaterThan(50);
        expect(different, `${path}, ${name}`).toEqual([]);
      }
      await page.emulateMedia(asUsual);
      await forceStates(await page.context().newCDPSession(page));
      expect((await compare(page, css)).different, `${path}, pointed at`).toEqual([]);
    }
  });
}
