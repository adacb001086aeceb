import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { drawLand } from "@/bin/generate/map-land-drawing";
import { baseMaps } from "@/lib/map/base-maps";

describe.each(baseMaps)("the land of $name", (base) => {
  const file = readFileSync(join("public", base.file), "utf8");

  it("is what the atlas and the projection give now (otherwise: npm run generate:map)", () => {
    expect(file).toBe(drawLand(base));
  });

  it("weighs less than six kilobytes on its way", () => {
    expect(brotliCompressSync(file).length).toBeLessThan(6000);
  });
});
