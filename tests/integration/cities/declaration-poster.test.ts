import { beforeEach, expect, test } from "vitest";
import { GET } from "@/app/data/declaration/[language]/poster.pdf/route";
import { prisma } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { countPages, textOfPdf } from "@/tests/support/public/pdf-text";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

const get = (language: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost/data/declaration/${language}/poster.pdf`, { headers }), {
    params: Promise.resolve({ language }),
  });

const pdfOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

async function lodzJoins(): Promise<void> {
  const signedOn = new Date("2026-11-20");
  await prisma.city.create({
    data: {
      ...{ id: placeIds.lodz, slug: "lodz", name: "Łódź" },
      signatory: { create: { signedOn, declarationVersion: "2018" } },
    },
  });
}

test("the poster has the five principles, all cities with the founders first, and the site's address, on one page", async () => {
  const response = await get("en");
  expect(response.headers.get("content-type")).toBe("application/pdf");
  const pdf = await pdfOf(response);
  expect(countPages(pdf)).toBe(1);
  const text = textOfPdf(pdf).join(" ").replace(/\s+/g, " ");
  for (const part of [
    "1 Universal and equal access to the internet, and digital literacy",
    "2 Privacy, data protection and security 3",
    "4 Participatory democracy, diversity and inclusion",
    "5 Open and ethical digital service standards",
    "Signed by 26 cities. This is the list of ",
    "Amsterdam Barcelona New York City Athens Austin",
    "Vienna Zaragoza",
    siteUrl(),
  ])
    expect.soft(text).toContain(part);
});

test("screen readers find its title, language, lists and who founded the coalition", async () => {
  const pdf = (await pdfOf(await get("en"))).toString("latin1");
  for (const part of [
    "<dc:title>",
    "/Lang (en)",
    "/Marked true",
    "pdfuaid",
    "/S /H1",
    "/S /H2",
    "/ListNumbering /Decimal",
    "/S /Link",
    "/Alt (Amsterdam \\(founder\\))",
  ])
    expect.soft(pdf.includes(part), part).toBe(true);
});

test("it is the same file until a city joins, and then has the city", async () => {
  const first = await get("en");
  const tag = first.headers.get("etag") ?? "";
  expect((await get("en", { "if-none-match": tag })).status).toBe(304);
  await lodzJoins();
  const next = await get("en", { "if-none-match": tag });
  expect(next.status).toBe(200);
  const text = textOfPdf(await pdfOf(next)).join("");
  expect(text).toContain("Signed by 27 cities");
  expect(text).toContain("Łódź");
});

test("there is none in a language that the site does not have", async () => {
  expect((await get("xx")).status).toBe(404);
});
