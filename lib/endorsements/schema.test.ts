import { expect, test } from "vitest";
import { endorsementSchema, cityIdSchema, errorsOf, suspicionsOf } from "@/lib/endorsements/schema";

const typed = { email: " resident@gent.example ", name: "", isNamePublic: false, wantsNews: false };
const errorsOfTyped = (changes: Partial<typeof typed>) => {
  const { error } = endorsementSchema.safeParse({ ...typed, ...changes });
  return error ? errorsOf(error) : [];
};

test("an address is enough", () => {
  expect(endorsementSchema.parse(typed)).toEqual({
    ...typed,
    email: "resident@gent.example",
    name: null,
  });
});

test.each([
  [{ email: "" }, [["email", "emailMissing"]]],
  [{ email: "resident@gent" }, [["email", "emailInvalid"]]],
  [{ email: `${"a".repeat(250)}@gent.example` }, [["email", "tooLong"]]],
  [
    { email: "x", name: "write to me@spam.example" },
    [
      ["email", "emailInvalid"],
      ["name", "nameInvalid"],
    ],
  ],
  [{ name: "www.spam.example" }, [["name", "nameInvalid"]]],
  [{ name: "call 0800" }, [["name", "nameInvalid"]]],
  [{ name: "visit example.com" }, [["name", "nameInvalid"]]],
  [{ name: "example\u3002com" }, [["name", "nameInvalid"]]],
  [{ name: "example.\u200Bcom" }, [["name", "nameInvalid"]]],
  [{ name: "***" }, [["name", "nameInvalid"]]],
  [{ name: " ", isNamePublic: true }, [["name", "nameMissing"]]],
  [
    { email: "x", isNamePublic: true },
    [
      ["email", "emailInvalid"],
      ["name", "nameMissing"],
    ],
  ],
  [{ name: "call 0800", isNamePublic: true }, [["name", "nameInvalid"]]],
  [{ name: "\u202Eadvertisement" }, [["name", "unreadable"]]],
  [{ name: `Z${"\u0301".repeat(70)}oë` }, [["name", "piledUpMarks"]]],
])("%j is answered with %j", (changes, errors) => expect(errorsOfTyped(changes)).toEqual(errors));

test.each(["Ada Lovelace", "Šárka Nováková", "محمد", "王小明", "Jean-Luc d’Arc jr."])(
  "%s is a name",
  (name) => expect(errorsOfTyped({ name })).toEqual([]),
);

test("what nobody sees in a name is taken away, and nothing but that is no name", () => {
  expect(endorsementSchema.parse({ ...typed, name: "Ada\u200B Love\u00ADlace\u200F" }).name).toBe(
    "Ada Lovelace",
  );
  expect(endorsementSchema.parse({ ...typed, name: "\u200B\u3164" }).name).toBeNull();
  expect(endorsementSchema.parse({ ...typed, name: "علی\u200Cرضا" }).name).toBe("علی\u200Cرضا");
});

test("a city is a number that the database can hold", () => {
  expect(
    ["2797656", "0", "-1", "1.5", "2147483648", "Ghent", ""].map(
      (city) => cityIdSchema.safeParse(city).success,
    ),
  ).toEqual([true, false, false, false, false, false, false]);
});

test("what holds an endorsement is named, and nothing else", () => {
  expect(suspicionsOf({ honeypot: false, too_fast: true, under_attack: true })).toEqual([
    "too_fast",
    "under_attack",
  ]);
  expect(suspicionsOf({})).toEqual([]);
});
