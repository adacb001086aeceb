import { expect, test } from "vitest";
import type { ApplicantsView } from "@/lib/applications/queries";
import { summariseApplication, buildApplicationDocument } from "@/lib/applications/summary";
import { defaultLocale } from "@/lib/i18n/locales";
import { documentPdf } from "@/lib/pdf/document-pdf";

const ghent = {
  reference: "CC-1234",
  declarationVersion: "2018",
  submittedAt: new Date("2026-11-23"),
  ...{
    contactName: "The Digital Officer",
    contactRole: "Digital policy officer",
    contactDepartment: null,
    contactEmail: "digital.officer@stad.example",
  },
  ...{
    mandateBody: "City council",
    mandateDate: new Date("2026-10-19"),
    mandateAuthorityName: "The Mayor",
    mandateAuthorityTitle: "Mayor",
  },
  ...{ mandateUrl: null, mandateFiles: [], secondContact: null, isDecisionPublic: true },
  answers: [
    {
      area: "process",
      status: "planned",
      description: "The council will report every year.",
      url: "https://stad.example/report",
    },
  ],
  city: {
    name: "Ghent",
    slug: "ghent",
    signatory: null,
    place: { countryCode: "BE", regionName: "Flanders" },
  },
} as unknown as ApplicantsView;

const valuesOf = (application: ApplicantsView) =>
  summariseApplication(defaultLocale, application).flatMap(({ answers }) =>
    answers.map(({ value }) => value),
  );

test("the summary has every answer, and the version of the declaration", () => {
  expect(valuesOf(ghent)).toEqual([
    "Ghent, Flanders, Belgium",
    "The five principles, version 2018",
    "The Digital Officer",
    "Digital policy officer",
    "digital.officer@stad.example",
    "City council",
    "19 October 2026",
    "The Mayor, Mayor",
    "To follow",
    "Once your city is a member city, its page shows who decided, when, and the link",
    "Planned: The council will report every year.\nhttps://stad.example/report",
  ]);
});

test("what has been erased is left out, with the heading above it", () => {
  const erased = {
    ...ghent,
    contactName: null,
    contactRole: null,
    contactEmail: null,
    mandateAuthorityName: null,
  };
  expect(summariseApplication(defaultLocale, erased).map(({ title }) => title)).toEqual([
    "City",
    "The city’s decision",
    "Checklist",
  ]);
  expect(valuesOf(erased)).toContain("Mayor");
});

test("the PDF is a tagged one, and has the reference number in its properties", async () => {
  const pdf = (
    await documentPdf(buildApplicationDocument(defaultLocale, ghent, new Date("2026-11-25")))
  ).toString("latin1");
  for (const part of [
    "<pdfuaid:part>1</pdfuaid:part>",
    "/Lang (en)",
    "CC-1234",
    "/ListNumbering /Unordered",
  ])
    expect.soft(pdf.includes(part), part).toBe(true);
});
