import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { night, nightTowers } from "@/lib/night";

const css = readFileSync("app/theme.css", "utf8");
const nightCss = css.slice(css.indexOf("@utility night"), css.indexOf("@utility menu"));

test("the night has the colours of the style sheet", () => {
  expect(css).toContain(`--color-night: ${night.ground};`);
  expect(nightCss).toContain(`--color-ink: ${night.ink};`);
  expect(nightCss).toContain(`--color-ink-soft: ${night.softInk};`);
  expect(nightCss).toContain(`--color-line-soft: ${night.line};`);
  nightTowers.forEach(({ colour }, index) =>
    expect(nightCss).toContain(`--color-principle-${index + 1}: ${colour};`),
  );
});
