import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";

function zeroIn(file: string) {
  const font = fontkit.create(readFileSync(file));
  if (!("glyphForCodePoint" in font)) throw new Error(`${file} is a collection of fonts.`);
  const { advanceWidth, bbox, path } = font.glyphForCodePoint(0x30);
  const contours = path.commands.filter(({ command }) => command === "moveTo").length;
  return { advanceWidth, bbox, contours, letters: font.characterSet };
}

describe.each([400, 700])("the zero of large figures in weight %i", (weight) => {
  const file = `app/fonts/unslashed-zero-${weight}.woff2`;
  const zero = zeroIn(file);
  const slashed = zeroIn(
    `node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
  );

  it("has one counter, where that of the typeface has two beside its slash", () => {
    expect([zero.contours, slashed.contours]).toEqual([2, 3]);
  });

  it("is as wide and as high as that of the typeface, so that nothing moves when it comes late", () => {
    const { advanceWidth, bbox } = slashed;
    expect(zero).toMatchObject({ advanceWidth, bbox });
  });

  it("has a file without any other letter, of less than a kilobyte", () => {
    // The table of letters ends with a mark that stands for none.
    expect(zero.letters.filter((letter) => letter !== 0xffff)).toEqual([0x30]);
    expect(readFileSync(file).length).toBeLessThan(1_000);
  });
});
