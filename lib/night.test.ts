import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { night, nightTowers } from "@/lib/night";

const css = readFileSync("app/theme.css", "utf8");
const nightCss = css.slice(css.indexOf("@utility night"), css.indexOf("@utility menu"));

test("the night has the colours of the style sheet", () => {
  expect(css).toContain(`--color-night: ${night.ground};`);
  const byNight = (name: string) =>
    new RegExp(`--color-${name}: light-dark\\(#\\w+, (#\\w+)\\);`).exec(nightCss)?.[1];
  expect(byNight("ink")).toBe(night.ink);
  expect(byNight("ink-soft")).toBe(night.softInk);
  expect(byNight("line-soft")).toBe(night.line);
  nightTowers.forEach(({ colour }, index) =>
    expect(byNight(`principle-${index + 1}`)).toBe(colour),
  );
});
