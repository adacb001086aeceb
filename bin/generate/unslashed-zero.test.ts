import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { expect, test } from "vitest";

const bold =
  "node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff";

function zeroIn(file: string) {
  const font = fontkit.create(readFileSync(file));
  if (!("glyphForCodePoint" in font)) throw new Error(`${file} is a collection of fonts.`);
  const { advanceWidth, bbox, path } = font.glyphForCodePoint(0x30);
  const contours = path.commands.filter(({ command }) => command === "moveTo").length;
  return { advanceWidth, bbox, contours, letters: font.characterSet };
}

const zero = zeroIn("app/fonts/unslashed-zero.woff2");

test("the zero of headings has one counter, where that of the typeface has two beside its slash", () => {
  expect([zero.contours, zeroIn(bold).contours]).toEqual([2, 3]);
});

test("it is as wide and as high as that of the typeface, so that nothing moves when it comes late", () => {
  const { advanceWidth, bbox } = zeroIn(bold);
  expect(zero).toMatchObject({ advanceWidth, bbox });
});

test("its file has no other letter and weighs less than a kilobyte", () => {
  // The table of letters ends with a mark that stands for none.
  expect(zero.letters.filter((letter) => letter !== 0xffff)).toEqual([0x30]);
  expect(readFileSync("app/fonts/unslashed-zero.woff2").length).toBeLessThan(1_000);
});
