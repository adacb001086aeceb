import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { ExportDataset } from "@/lib/exports/dataset";
import { writeCsv } from "@/lib/exports/write-csv";
import { writeXlsx } from "@/lib/exports/write-xlsx";

const rows = 100_000;
const rowsPerPage = 500;

/** A table that says how many of its pages were read. */
function table(): { dataset: ExportDataset; readPages: () => number } {
  let read = 0;
  return {
    readPages: () => read,
    dataset: {
      columns: ["number", "city", "what"],
      async *pages() {
        while (read * rowsPerPage < rows) {
          const first = read++ * rowsPerPage;
          yield await Promise.resolve(
            Array.from({ length: rowsPerPage }, (_, index) => [
              first + index,
              `City ${first + index}`,
              crypto.randomUUID(),
            ]),
          );
        }
      },
    },
  };
}

const writers = [
  ["CSV", writeCsv],
  ["XLSX", writeXlsx],
] as const;

test.each(writers)("a %s is read no further than its reader has taken", async (_, write) => {
  const { dataset, readPages } = table();
  const file = write(dataset);
  for (let taken = 0; taken < 3; taken++) await file.next();
  const read = readPages();
  for (let turn = 0; turn < 20; turn++) await setImmediate();
  expect(readPages()).toBe(read);
  expect(read).toBeLessThan(10);
  await file.return(undefined);
  expect(readPages()).toBe(read);
});

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heldMegabytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_000_000;
}

test.each(writers)("of a %s of 100,000 rows nothing stays in memory", async (_, write) => {
  const { dataset, readPages } = table();
  const file = write(dataset);
  const held: number[] = [];
  let longest = 0;
  for await (const chunk of file) {
    longest = Math.max(longest, chunk.length);
    if (readPages() >= (held.length + 1) * 40) held.push(heldMegabytes());
  }
  expect(longest).toBeLessThan(200_000);
  expect(held).toHaveLength(5);
  // The first holds what was loaded at first use; one between may hold what is just being packed.
  const [, second = NaN, , , last = NaN] = held;
  expect(last - second).toBeLessThan(2);
});
