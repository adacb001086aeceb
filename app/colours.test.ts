import { readFileSync } from "node:fs";
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  parse,
  wcagContrast,
  type Color,
} from "culori";
import { describe, expect, test } from "vitest";

const sheet = readFileSync("app/theme.css", "utf8");

/** A colour of the sheet, as it is in light or in dark. */
function colour(name: string, scheme: "light" | "dark"): Color {
  const [, value = ""] = new RegExp(`--color-${name}: ([^;]+);`).exec(sheet) ?? [];
  const [, light = value, dark = value] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? [];
  const found = parse(scheme === "light" ? light : dark);
  if (!found) throw new Error(`The sheet has no colour ${name}.`);
  return found;
}

const principles = [1, 2, 3, 4, 5].map((number) => `principle-${number}`);
const texts = ["ink", "ink-soft", "accent", "accent-deep", "danger", "success", ...principles];

describe.each(["light", "dark"] as const)("in %s", (scheme) => {
  test.each(["paper", "paper-deep"])(
    "every colour of text has the contrast of AA on %s",
    (ground) => {
      const weak = texts.filter(
        (text) => wcagContrast(colour(text, scheme), colour(ground, scheme)) < 4.5,
      );
      expect(weak).toEqual([]);
    },
  );

  test.each([
    { reader: "everyone", see: (seen: Color) => seen, apart: 20 },
    { reader: "who is blind to red", see: filterDeficiencyProt(1), apart: 12 },
    { reader: "who is blind to green", see: filterDeficiencyDeuter(1), apart: 12 },
    { reader: "who is blind to blue", see: filterDeficiencyTrit(1), apart: 12 },
    { reader: "who prints in grey", see: filterGrayscale(1), apart: 6 },
  ])("the principles' colours are apart for $reader", ({ see, apart }) => {
    const seen = principles.map((principle) => see(colour(principle, scheme)));
    const distances = seen.flatMap((one, index) =>
      seen.slice(index + 1).map((other) => differenceCiede2000()(one, other)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(apart);
  });
});

test("the night has every colour again, and every colour of text stands out from it", () => {
  const [, theme = ""] = /@theme \{(.+?)\n\}/s.exec(sheet) ?? [];
  const [, night = ""] = /@utility night \{(.+?)\n\}/s.exec(sheet) ?? [];
  const colours = (text: string) => text.match(/--color-[\w-]+: light-dark\(.+\);/g);
  expect(colours(night)).toEqual(colours(theme));
  expect(night).toContain("color-scheme: dark;");
  const weak = texts.filter(
    (text) => wcagContrast(colour(text, "dark"), colour("night", "dark")) < 4.5,
  );
  expect(weak).toEqual([]);
});

test.each(["light", "dark"] as const)("a button's words stand out from it in %s", (scheme) => {
  expect(wcagContrast(colour("on-accent", scheme), colour("accent", scheme))).toBeGreaterThan(4.5);
});
