import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeIconFiles } from "@/bin/generate/icon-files";

/** Width and height of a PNG, in pixels. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test("the icons are those of the mark as it is drawn now (otherwise: npm run generate:icons)", async () => {
  const files = await makeIconFiles();
  const outdated = Object.entries(files).filter(
    ([name, content]) => !readFileSync(name).equals(content),
  );
  expect(outdated.map(([name]) => name)).toEqual([]);
}, 60_000);

test.each([
  ["public/apple-icon.png", 180],
  ["public/icon-192.png", 192],
  ["public/icon-512.png", 512],
  ["public/icon-maskable-512.png", 512],
])("%s has the size that it is named for", (name, side) => {
  expect(sizeOf(readFileSync(name))).toEqual([side, side]);
});

test("the icon of old browsers holds three sizes", () => {
  const icon = readFileSync("public/favicon.ico");
  const sides = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
    const offset = icon.readUInt32LE(6 + index * 16 + 12);
    return sizeOf(icon.subarray(offset))[0];
  });
  expect(sides).toEqual([16, 32, 48]);
});

test.each(["dark", "light"])(
  "the %s badge of members is a picture with a name, and nothing runs in it or is fetched by it",
  (ground) => {
    const badge = readFileSync(`public/member-badge-${ground}.svg`, "utf8");
    expect(badge).toContain("<title>Member of the Cities Coalition for Digital Rights</title>");
    expect(
      badge.match(/<(\w+)/g)?.every((tag) => ["<svg", "<title", "<rect", "<path"].includes(tag)),
    ).toBe(true);
    expect(badge).not.toMatch(/href|url\(|style|\son\w+=/);
  },
);
