import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fontkit from "fontkit";

const folder = join(
  /* turbopackIgnore: true */ process.cwd(),
  "node_modules/@fontsource/atkinson-hyperlegible-next/files",
);

const read = (subset: string, weight: 400 | 800) => ({
  name: subset,
  weight,
  data: readFileSync(join(folder, `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`)),
});

export const cardFonts = [
  read("latin", 400),
  read("latin", 800),
  read("latin-ext", 400),
  read("latin-ext", 800),
];

/** The letters of Łódź come from the second. */
export const cardFontFamily = "latin, latin-ext";

const letters = new Set(cardFonts.flatMap(({ data }) => lettersOf(data)));

export function lettersOf(font: Buffer): number[] {
  const parsed = fontkit.create(font);
  return "characterSet" in parsed ? parsed.characterSet : [];
}

/** Undefined when the typeface lacks a letter: better no text than boxes or misordered Arabic. */
export function writable(text: string | undefined): string | undefined {
  const line = [...(text ?? "").normalize().replace(/\s+/g, " ").trim()];
  if (line.length === 0 || !line.every((letter) => letters.has(letter.codePointAt(0) ?? 0)))
    return undefined;
  return line.length > longest ? `${line.slice(0, longest).join("")}…` : line.join("");
}

const longest = 160;
