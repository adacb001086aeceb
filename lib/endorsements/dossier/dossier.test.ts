import { expect, test } from "vitest";
import { buildDossier, formatMotion } from "@/lib/endorsements/dossier/dossier";
import { cachedDossierPdf } from "@/lib/endorsements/dossier/dossier-cache";
import { defaultLocale } from "@/lib/i18n/locales";
import { documentPdf } from "@/lib/pdf/document-pdf";

const today = new Date("2026-11-23");
const ghent = {
  slug: "ghent",
  name: "Ghent",
  asks: 61,
  facts: { endorsedSince: new Date("2026-01-10") },
};
const amsterdam = { slug: "amsterdam", name: "Amsterdam", countryCode: "NL", kilometres: 168.4 };
const around = { nearest: [amsterdam], spotCheck: null };

test("the dossier says how many asked and on which day, and never a number below ten", async () => {
  const numberOf = async (asks: number) =>
    JSON.stringify(await buildDossier(defaultLocale, { ...ghent, asks }, around, today));
  expect(await numberOf(61)).toContain(
    "By 23 November 2026, 61 residents of Ghent had asked their council to join.",
  );
  expect(await numberOf(9)).toContain(
    "From ten on, this shows how many residents of Ghent ask their council to join.",
  );
  expect(await numberOf(9)).toBe(await numberOf(1));
});

test("the dossier prints what a spot check has found, with its days", async () => {
  const spotCheck = {
    asked: 20,
    answered: 17,
    confirmed: 16,
    from: new Date("2026-11-03T09:00:00Z"),
    until: new Date("2026-11-17T23:59:59.999Z"),
  };
  const checked = await buildDossier(defaultLocale, ghent, { ...around, spotCheck }, today);
  expect(JSON.stringify(checked)).toContain(
    "Between 3 November 2026 and 17 November 2026, we asked 20 of them once more if they still ask Ghent to join: 17 answered, and 16 still ask.",
  );
  expect(JSON.stringify(await buildDossier(defaultLocale, ghent, around, today))).not.toContain(
    "once more",
  );
});

test("the dossier has all that a council needs, and leaves out members where there are none", async () => {
  const ids = ["number", "motion", "letter", "declaration", "joining", "nearest"];
  expect(
    (await buildDossier(defaultLocale, ghent, around, today)).sections.map(({ id }) => id),
  ).toEqual(ids);
  expect(
    (await buildDossier(defaultLocale, ghent, { ...around, nearest: [] }, today)).sections.map(
      ({ id }) => id,
    ),
  ).toEqual(ids.slice(0, -1));
});

test("a motion before the tenth resident speaks of no number", async () => {
  const motion = await formatMotion(defaultLocale, { ...ghent, asks: 9 }, today);
  expect(motion).not.toMatch(/residents of Ghent had asked|ten/);
  expect(await formatMotion(defaultLocale, ghent, today)).toContain(
    "61 residents of Ghent had asked",
  );
});

test("the motion is plain text with numbered decisions", async () => {
  const motion = await formatMotion(defaultLocale, ghent, today);
  expect(motion).toMatch(/^Motion: Ghent joins the Cities Coalition for Digital Rights\n\n/);
  expect(motion).toMatch(
    /^1\. Ghent signs the five principles of the declaration .*\n2\. .*\n3\. .*\n4\. /m,
  );
  expect(motion).not.toMatch(/[<>]/);
});

test("the PDF is tagged, says its language, title and standard, and holds its fonts", async () => {
  const dossier = await buildDossier(defaultLocale, { ...ghent, name: "Łódź" }, around, today);
  const pdf = (await documentPdf(dossier)).toString("latin1");
  expect(pdf.slice(0, 8)).toBe("%PDF-1.7");
  for (const part of [
    "/Marked true",
    "/StructTreeRoot",
    "/Lang (en)",
    "/DisplayDocTitle true",
    "/S /H1",
    "/S /H2",
    "/S /LBody",
    "/S /Link",
    "pdfuaid",
    "/FontFile2",
  ])
    expect(pdf).toContain(part);
});

test("a dossier that says the same is made once", async () => {
  const dossier = await buildDossier(defaultLocale, ghent, around, today);
  const [one, other] = await Promise.all([
    cachedDossierPdf(dossier),
    cachedDossierPdf(structuredClone(dossier)),
  ]);
  expect(other.pdf).toBe(one.pdf);
  const tomorrow = await buildDossier(defaultLocale, ghent, around, new Date("2026-11-24"));
  expect((await cachedDossierPdf(tomorrow)).tag).not.toBe(one.tag);
});
