import { beforeAll, expect, test, vi } from "vitest";
import { GET as getPng } from "@/app/data/cities/[slug]/mark.png/route";
import { GET as getSvg } from "@/app/data/cities/[slug]/mark.svg/route";
import { prisma } from "@/lib/db";
import { ensureCity } from "@/lib/cities/commands";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

// The first picture loads what draws it.
vi.setConfig({ testTimeout: 30_000 });

beforeAll(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

const ask = (get: typeof getSvg, slug: string) =>
  get(new Request("http://localhost/"), { params: Promise.resolve({ slug }) });

test("a member's mark can be fetched as SVG, each city's own", async () => {
  const response = await ask(getSvg, "tirana");
  expect(response.headers.get("content-type")).toBe("image/svg+xml");
  const svg = await response.text();
  expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
  expect(svg).toContain('href="#mark-T"');
  expect(await (await ask(getSvg, "athens")).text()).not.toBe(svg);
});

test("and as a picture of 1024 pixels", async () => {
  const response = await ask(getPng, "tirana");
  expect(response.headers.get("content-type")).toBe("image/png");
  const png = Buffer.from(await response.arrayBuffer());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
});

test("a city that is no member has none", async () => {
  await prisma.$transaction((tx) => ensureCity(tx, placeIds.ghent));
  for (const slug of ["ghent", "nowhere"])
    for (const get of [getSvg, getPng]) expect((await ask(get, slug)).status).toBe(404);
});
