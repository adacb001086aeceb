import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeFontFiles } from "@/bin/generate/font-files";

test("the font files are what their source gives now (otherwise: npm run generate:fonts)", async () => {
  const files = await makeFontFiles();
  const outdated = Object.entries(files).filter(
    ([name, content]) => !readFileSync(name).equals(content),
  );
  expect(outdated.map(([name]) => name)).toEqual([]);
}, 30_000);

test("the file that every page fetches weighs less than twenty-five kilobytes", () => {
  expect(readFileSync("app/fonts/latin.woff2").length).toBeLessThan(25_000);
});
