import { beforeEach, afterEach, describe, expect, test, vi } from "vitest";
import { parsePostedForm, takeStep } from "@/lib/applications/join-form";
import { carriedFields, fieldsOf, stages } from "@/lib/applications/join-stages";
import { fieldNames } from "@/lib/applications/fields";
import { answersOfGhent } from "@/tests/support/applications/ghent";

/** Posts the form of Ghent with some entries changed; null leaves an entry out. */
function post(changes: Record<string, string | null>) {
  const form = new FormData();
  for (const [name, value] of Object.entries<string | null>({ ...answersOfGhent, ...changes }))
    if (value !== null) form.set(name, value);
  return takeStep(parsePostedForm(form));
}

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-23T09:00:00Z") }));
afterEach(() => void vi.useRealTimers());

test("a text is cut long before it is shown again, and long after it is too long", () => {
  const form = new FormData();
  form.set("contactName", "a".repeat(100_000));
  expect(parsePostedForm(form).answers.contactName).toBe("a".repeat(4_000));
});

describe("going on", () => {
  test.each([
    ["city", "contact"],
    ["contact", "mandate"],
    ["mandate", "checklist"],
    ["checklist", "check"],
  ])("leads from a %s that is answered to the %s", (stage, next) => {
    expect(post({ stage, intent: "next", consent: null })).toEqual({
      kind: "show",
      stage: next,
      errors: {},
    });
  });

  test("stays where something is missing and says what", () => {
    expect(post({ stage: "contact", intent: "next", contactName: " " })).toEqual({
      kind: "show",
      stage: "contact",
      errors: { contactName: "contactNameMissing" },
    });
  });

  test("leads back to an earlier step that somebody emptied", () => {
    expect(post({ stage: "checklist", intent: "next", contactEmail: "officer" })).toEqual({
      kind: "show",
      stage: "contact",
      errors: { contactEmail: "contactEmailInvalid" },
    });
  });

  test("is what the enter key does when it names no intent", () => {
    expect(post({ stage: "contact" })).toMatchObject({ stage: "mandate" });
  });
});

describe("going back", () => {
  test("asks for nothing: half a step is kept as it is", () => {
    expect(post({ stage: "mandate", intent: "back", mandateBody: null })).toEqual({
      kind: "show",
      stage: "contact",
      errors: {},
    });
    expect(post({ stage: "city", intent: "back" })).toEqual({
      kind: "show",
      stage: "city",
      errors: {},
    });
  });

  test("changing an answer leads to its step", () => {
    expect(post({ stage: "check", intent: "change:mandate" })).toEqual({
      kind: "show",
      stage: "mandate",
      errors: {},
    });
  });

  test("no step can be reached past one that is not answered", () => {
    expect(post({ stage: "city", intent: "change:check", mandateBody: "" })).toEqual({
      kind: "show",
      stage: "mandate",
      errors: { mandateBody: "mandateBodyMissing" },
    });
  });
});

describe("choosing the city", () => {
  test("is a search first", () => {
    expect(post({ stage: "city", intent: "search", cityId: null, cityQuery: "  Gent " })).toEqual({
      kind: "search",
      query: "Gent",
      mustChoose: false,
    });
    expect(post({ stage: "city", intent: "search", cityId: null, cityQuery: "" })).toEqual({
      kind: "show",
      stage: "city",
      errors: { cityQuery: "cityQueryMissing" },
    });
  });

  test("going on without a choice searches and asks to choose", () => {
    expect(post({ stage: "city", intent: "next", cityId: null, cityQuery: "Gent" })).toEqual({
      kind: "search",
      query: "Gent",
      mustChoose: true,
    });
  });

  test("a new name is searched for, though a place of the last search is still chosen", () => {
    expect(
      post({ stage: "city", intent: "next", cityQuery: "Genk", searchedQuery: "Gent" }),
    ).toEqual({ kind: "search", query: "Genk", mustChoose: false });
    expect(
      post({ stage: "city", intent: "next", cityQuery: "Gent ", searchedQuery: "Gent" }),
    ).toMatchObject({ stage: "contact" });
  });

  test("a number that is none leads to the search", () => {
    expect(post({ stage: "contact", intent: "next", cityId: "Ghent" })).toEqual({
      kind: "show",
      stage: "city",
      errors: { cityQuery: "cityMissing" },
    });
  });

  test("a search can be neither endless nor unreadable", () => {
    expect(
      post({ stage: "city", intent: "search", cityQuery: `G\u0000h${"e".repeat(1_000_000)}` }),
    ).toMatchObject({ query: `G h${"e".repeat(197)}` });
  });
});

describe("submitting", () => {
  test("gives the whole application", () => {
    expect(post({ stage: "check", intent: "submit" })).toMatchObject({
      kind: "submit",
      application: { cityId: 2797656, contactName: "The Digital Officer", consent: "yes" },
    });
  });

  test("needs consent", () => {
    expect(post({ stage: "check", intent: "submit", consent: null })).toEqual({
      kind: "show",
      stage: "check",
      errors: { consent: "consentMissing" },
    });
  });

  test("leads to the first step with an error", () => {
    const step = post({
      stage: "check",
      intent: "submit",
      consent: null,
      "mandateDate-year": "2027",
      "principle_2-status": "perhaps",
    });
    expect(step).toEqual({
      kind: "show",
      stage: "mandate",
      errors: { "mandateDate-day": "mandateDateFuture" },
    });
  });
});

describe("a hostile post gets an answer", () => {
  test.each([
    "__proto__",
    "constructor",
    "toString",
    "check:city",
    "change:__proto__",
    "change:",
    "CITY",
  ])("to the step or intent %s", (name) => {
    expect(post({ stage: name, intent: name, cityId: null })).toEqual({
      kind: "show",
      stage: "city",
      errors: { cityQuery: "cityQueryMissing" },
    });
  });

  test("to megabytes", () => {
    expect(post({ stage: "contact", contactName: "a".repeat(5_000_000) })).toEqual({
      kind: "show",
      stage: "contact",
      errors: { contactName: "tooLong" },
    });
  });

  test("to files and to many values where one text belongs", () => {
    const form = new FormData();
    for (const name of ["stage", "intent", "cityQuery", "submissionKey", ...fieldNames])
      form.append(name, new File(["x"], "x.txt"));
    expect(takeStep(parsePostedForm(form))).toEqual({
      kind: "show",
      stage: "city",
      errors: { cityQuery: "cityQueryMissing" },
    });
    form.append("contactName", "second");
    expect(parsePostedForm(form).answers.contactName).toBe("");
  });

  test("to an empty one", () => {
    expect(parsePostedForm(new FormData())).toMatchObject({
      stage: "city",
      intent: { kind: "next" },
      submissionKey: "",
    });
  });
});

test("every answer is either shown on a step or travels along, once", () => {
  for (const stage of stages) {
    const named = [...fieldsOf[stage], ...carriedFields({ stage, later: null })]
      .filter((field) => field !== "consent")
      .sort();
    expect(named).toEqual(fieldNames.filter((field) => field !== "consent").sort());
  }
});
