import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { makeUnslashedZero } from "@/bin/generate/unslashed-zero";
import { lettersOf } from "@/lib/cards/fonts";

const variable =
  "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";
/** The same letters in one weight, in the older format, whose table of letters can be read. */
const still =
  "node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";

/** Those that the site sets: with all others the files are nearly twice as large. */
const weights = { min: 400, max: 700 };

/**
 * The site's typeface as browsers fetch it, by place in the repository: every letter of its source,
 * in fewer weights.
 */
export async function makeFontFiles(): Promise<Record<string, Buffer>> {
  return {
    "app/fonts/latin.woff2": await narrow("latin"),
    "app/fonts/latin-extended.woff2": await narrow("latin-ext"),
    "app/fonts/unslashed-zero-400.woff2": await makeUnslashedZero(await readVariable("latin"), 400),
    "app/fonts/unslashed-zero-700.woff2": await makeUnslashedZero(await readVariable("latin"), 700),
  };
}

const readVariable = (part: string) => readFile(`${variable}-${part}-wght-normal.woff2`);

async function narrow(part: string): Promise<Buffer> {
  const letters = String.fromCodePoint(
    ...lettersOf(await readFile(`${still}-${part}-400-normal.woff`)),
  );
  return subsetFont(await readVariable(part), letters, {
    targetFormat: "woff2",
    variationAxes: { wght: weights },
  });
}
