import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleProofScript } from "@/bin/generate/proof-script-bundle";
import { proofScript } from "@/lib/endorsements/endorsement-form";

const file = readFileSync(join("public", proofScript), "utf8");

test("the script of a proof of work is what its sources give now (otherwise: npm run generate:proof-script)", async () => {
  expect(file).toBe(await bundleProofScript());
});

test("it weighs less than two kilobytes on its way", () => {
  expect(brotliCompressSync(file).length).toBeLessThan(2_000);
});

test("it can stand inside a page: nothing in it looks like the end of its element, or like a comment", () => {
  expect(file).not.toMatch(/<\/script|<script|<!--/i);
});
