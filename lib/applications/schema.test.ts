import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checklistAreas, fieldNames, type Answers } from "@/lib/applications/fields";
import {
  applicationSchema,
  citySchema,
  contactSchema,
  consentSchema,
  errorsOf,
  mandateSchema,
  nest,
} from "@/lib/applications/schema";
import { answersOfGhent } from "@/tests/support/applications/ghent";

const errors = (
  schema:
    | typeof contactSchema
    | typeof mandateSchema
    | typeof citySchema
    | typeof consentSchema
    | typeof applicationSchema,
  answers: Partial<Answers>,
) => {
  const result = schema.safeParse(nest({ ...answersOfGhent, ...answers }));
  return result.success ? {} : errorsOf(result.error);
};

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-23T09:00:00Z") }));
afterEach(() => void vi.useRealTimers());

test("what Ghent submits is read whole", () => {
  const application = applicationSchema.parse(nest(answersOfGhent));
  expect(application).toMatchObject({
    cityId: 2797656,
    contactName: "The Digital Officer",
    contactEmail: "digital.officer@stad.example",
    mandateDate: new Date("2026-10-19T00:00:00Z"),
    mandateUrl: "https://stad.example/besluiten/digitale-rechten",
    principle_3: { status: "planned", url: null },
  });
});

test("an empty form has one message for each field that must be filled in", () => {
  const result = applicationSchema.safeParse(
    nest(Object.fromEntries(fieldNames.map((field) => [field, ""]))),
  );
  const missing = Object.keys(errorsOf(result.error!));
  expect(missing).toEqual([
    "cityId",
    ...["contactName", "contactRole", "contactEmail"],
    ...[
      "mandateBody",
      "mandateDate-day",
      "mandateAuthorityName",
      "mandateAuthorityTitle",
      "mandateUrl-address",
    ],
    ...checklistAreas.flatMap((area) => [`${area}-status`, `${area}-description`]),
    "consent",
  ]);
});

describe("text", () => {
  test("is trimmed, composed and put on one line", () => {
    const contact = contactSchema.parse(
      nest({ ...answersOfGhent, contactName: "  Zoe\u0308 \n De  Smet " }),
    );
    expect(contact.contactName).toBe("Zoë De Smet");
  });

  test("counts characters as people do", () => {
    expect(errors(contactSchema, { contactName: "𓀀".repeat(160) })).toEqual({});
    expect(errors(contactSchema, { contactName: "a".repeat(161) })).toEqual({
      contactName: "tooLong",
    });
  });

  test("keeps the joiners that Persian and Hindi write with", () => {
    expect(
      contactSchema.parse(nest({ ...answersOfGhent, contactRole: "می‌خواهم" })).contactRole,
    ).toBe("می‌خواهم");
  });

  test.each(["Digital\u0000Officer", "Officer\u0007", "\u202Esreteep", "\uD800"])(
    "refuses what nobody can read (%j)",
    (contactName) => {
      expect(errors(contactSchema, { contactName })).toEqual({ contactName: "unreadable" });
    },
  );

  test("has no tower of marks on a letter", () => {
    expect(errors(contactSchema, { contactName: `Z${"\u0301".repeat(70)}oë` })).toEqual({
      contactName: "piledUpMarks",
    });
    expect(
      errors(applicationSchema, { "principle_1-description": `Z${"\u0301".repeat(70)}oë` }),
    ).toEqual({ "principle_1-description": "piledUpMarks" });
  });

  test.each([
    "contactName",
    "contactRole",
    "contactDepartment",
    "mandateBody",
    "mandateAuthorityName",
    "mandateAuthorityTitle",
  ] as const)("names nothing by an address: %s", (field) => {
    expect(errors(applicationSchema, { [field]: "Win at example.com" })).toEqual({
      [field]: "addressInName",
    });
    expect(errors(applicationSchema, { [field]: "win@example.com" })).toEqual({
      [field]: "addressInName",
    });
  });

  test("a department may stay empty", () => {
    expect(
      contactSchema.parse(nest({ ...answersOfGhent, contactDepartment: " " })).contactDepartment,
    ).toBeNull();
  });
});

describe("the email address", () => {
  test.each([
    "officer@stad.example",
    "o'brien+join@city.example.org",
    "buergermeister@köln.example",
    "info@xn--kln-sna.example",
  ])("takes %s", (contactEmail) => {
    expect(errors(contactSchema, { contactEmail })).toEqual({});
  });

  test.each([
    "officer",
    "officer@gent",
    "officer@@stad.example",
    ".officer@stad.example",
    "the officer@stad.example",
    "officer@stad.example, mayor@stad.example",
    "<officer@stad.example>",
    "officer@-stad.example",
  ])("refuses %s", (contactEmail) => {
    expect(errors(contactSchema, { contactEmail })).toEqual({
      contactEmail: "contactEmailInvalid",
    });
  });

  test("is kept in lower case, so that one address is one address", () => {
    expect(
      contactSchema.parse(nest({ ...answersOfGhent, contactEmail: "Digital.Officer@Stad.Example" }))
        .contactEmail,
    ).toBe("digital.officer@stad.example");
  });
});

describe("the day of the decision", () => {
  const day = (day: string, month: string, year: string) =>
    errors(mandateSchema, {
      "mandateDate-day": day,
      "mandateDate-month": month,
      "mandateDate-year": year,
    });

  test("may be today, anywhere on earth", () => {
    expect(day("23", "11", "2026")).toEqual({});
    expect(day(" 1 ", "02", "2024")).toEqual({});
  });

  test.each([
    ["", "", "", { "mandateDate-day": "mandateDateMissing" }],
    ["19", "", "2026", { "mandateDate-month": "mandateMonthInvalid" }],
    ["32", "1", "2026", { "mandateDate-day": "mandateDayInvalid" }],
    ["19", "October", "2026", { "mandateDate-month": "mandateMonthInvalid" }],
    ["19", "10", "26", { "mandateDate-year": "mandateYearInvalid" }],
    ["31", "4", "2026", { "mandateDate-day": "mandateDateUnreal" }],
    ["29", "2", "2025", { "mandateDate-day": "mandateDateUnreal" }],
    ["25", "11", "2026", { "mandateDate-day": "mandateDateFuture" }],
  ] as const)("refuses %s/%s/%s at the part that is wrong", (dayOf, month, year, expected) => {
    expect(day(dayOf, month, year)).toEqual(expected);
  });
});

describe("the public link", () => {
  const link = (address: string, follows = "") =>
    mandateSchema.parse(
      nest({ ...answersOfGhent, "mandateUrl-address": address, "mandateUrl-follows": follows }),
    ).mandateUrl;

  test("may follow, when that is said", () => {
    expect(link("", "yes")).toBeNull();
    expect(errors(mandateSchema, { "mandateUrl-address": "", "mandateUrl-follows": "" })).toEqual({
      "mandateUrl-address": "mandateUrlMissing",
    });
  });

  test("is understood as people type it", () => {
    expect(link("www.stad.example/besluiten")).toBe("https://www.stad.example/besluiten");
    expect(link("http://stad.example:8080/a")).toBe("http://stad.example:8080/a");
    expect(link("stad.example:8080/a")).toBe("https://stad.example:8080/a");
  });

  test.each([
    "javascript:alert(1)",
    "ftp://stad.example/a",
    "https://stad",
    "https://officer:geheim@stad.example",
    "see the minutes",
    "data:text/html,x",
    "//",
  ])("refuses %s", (address) => {
    expect(errors(mandateSchema, { "mandateUrl-address": address })).toEqual({
      "mandateUrl-address": "addressInvalid",
    });
  });
});

test.each(["", "0", "-1", "1e3", "2797656 ", "99999999999", "toString"])(
  "a city is chosen by its number, not by %j",
  (cityId) => {
    expect(errors(citySchema, { cityId })).toEqual({ cityId: "cityMissing" });
  },
);

test("consent is nothing but yes", () => {
  expect(errors(consentSchema, { consent: "no" })).toEqual({ consent: "consentMissing" });
});

test.each([
  [["", "", ""], {}],
  [[" ", "\u200B", ""], {}],
  [
    ["The Clerk", "", ""],
    { "second-role": "secondRoleMissing", "second-email": "secondEmailMissing" },
  ],
  [
    ["", "Clerk", "clerk@stad"],
    { "second-name": "secondNameMissing", "second-email": "contactEmailInvalid" },
  ],
  [["www.shop.example", "Clerk", "clerk@stad.example"], { "second-name": "addressInName" }],
])("of a colleague, all is filled in or nothing: %j", ([name, role, email], errors) => {
  const answers = {
    ...answersOfGhent,
    "second-name": name,
    "second-role": role,
    "second-email": email,
  };
  const result = applicationSchema.safeParse(nest(answers));
  expect(result.success ? {} : errorsOf(result.error)).toEqual(errors);
  if (result.success) expect(result.data.second).toBeNull();
});
