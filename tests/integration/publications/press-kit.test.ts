import { strFromU8, unzipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { GET } from "@/app/data/[language]/press-kit.zip/route";
import { addSignatory, ensureCity } from "@/lib/cities/commands";
import { prisma } from "@/lib/db";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

const sign = (cityId: number, name: string) =>
  prisma.$transaction(async (tx) => {
    await ensureCity(tx, cityId);
    await addSignatory(tx, {
      cityId,
      name,
      signedOn: new Date("2026-11-02"),
      applicationId: null,
      declarationVersion: "2018",
    });
  });

const ask = (language = "en", headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost/data/${language}/press-kit.zip`, { headers }), {
    params: Promise.resolve({ language }),
  });

const figuresIn = async (answer: Response) => {
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return strFromU8(files["press-kit/facts-and-figures.txt"]!);
};

test("the press kit is an archive to keep, with the number of cities of now", async () => {
  await sign(placeIds.ghent, "Ghent");
  const before = await ask();
  expect(Object.fromEntries(before.headers)).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": 'attachment; filename="press-kit-en.zip"',
    "cache-control": "no-cache",
  });
  expect(await figuresIn(before)).toContain("1 city in 1 country stood");

  await sign(placeIds.antwerp, "Antwerp");
  const after = await ask();
  expect(await figuresIn(after)).toContain("2 cities in 1 country stood");
  expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
});

test("who has it already gets no second copy, until it changes", async () => {
  const etag = (await ask()).headers.get("etag") ?? "";
  const again = await ask("en", { "if-none-match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  await sign(placeIds.ghent, "Ghent");
  expect((await ask("en", { "if-none-match": etag })).status).toBe(200);
});

test("a language that the site does not have has no press kit", async () => {
  expect((await ask("tlh")).status).toBe(404);
});
