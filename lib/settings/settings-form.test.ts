import { expect, test } from "vitest";
import { defaultSettings, parseStoredSettings, settingsSchema } from "@/lib/settings/schema";
import { parseSettingsForm, settingsFormValues } from "@/lib/settings/settings-form";

const typed = settingsFormValues(defaultSettings);

const errorsOf = (changes: Record<string, string>) =>
  parseSettingsForm({ ...typed, ...changes }).error?.issues.map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

test("the defaults are settings, and the form gives them back as they are", () => {
  expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  expect(parseSettingsForm(typed).data).toEqual(defaultSettings);
});

test("what is typed is read as numbers, and days in their order", () => {
  const read = parseSettingsForm({
    ...typed,
    targetCities: " 200 ",
    holidays: "2026-12-26\r\n2026-12-25, 2026-12-25",
    disposableDomains: "Yopmail.com\r\nmailinator.com yopmail.com",
  });
  expect(read.data).toMatchObject({
    targetCities: 200,
    holidays: ["2026-12-25", "2026-12-26"],
    disposableDomains: ["mailinator.com", "yopmail.com"],
  });
});

test.each([
  [{ targetCities: "" }, "targetCities: Give a whole number from 1 to 10000."],
  [{ targetCities: "0" }, "targetCities: Give a whole number from 1 to 10000."],
  [{ targetCities: "many" }, "targetCities: Give a whole number from 1 to 10000."],
  [{ amberAfterWorkingDays: "7.5" }, "amberAfterWorkingDays: Give a whole number from 1 to 60."],
  [{ redAfterWorkingDays: "7" }, "redAfterWorkingDays: Give more days than for amber."],
  [{ morningMailHour: "21" }, "morningMailHour: Give a whole number from 0 to 20."],
  [
    { morningMailTimeZone: "Middle-earth/Shire" },
    "morningMailTimeZone: Give a time zone by its name, such as Europe/Amsterdam.",
  ],
  [
    { pressAddress: "press at ghent" },
    "pressAddress: Write an email address, such as press@city.example, or leave it empty.",
  ],
  [
    { disposableDomains: "mailinator.com\nhttps://spam.example/" },
    "disposableDomains: “https://spam.example/” is no domain. Write each like mailinator.com, on its own line.",
  ],
  [
    { holidays: "2026-12-25\n2026-02-30" },
    "holidays: “2026-02-30” is no day. Write each like 2026-12-25, on its own line.",
  ],
])("%o is refused beside its field", (changes, error) => {
  expect(errorsOf(changes as Record<string, string>)).toEqual([error]);
});

test("reasons to decline can be switched off, but not all of them", () => {
  const { declineReasons } = defaultSettings;
  const boxes = (value: string) =>
    Object.fromEntries(declineReasons.map((reason) => [`declineReasons-${reason}`, value]));
  const read = parseSettingsForm({ ...typed, ...boxes(""), "declineReasons-duplicate": "yes" });
  expect(read.data?.declineReasons).toEqual(["duplicate"]);
  expect(errorsOf(boxes(""))).toEqual(["declineReasons: Choose at least one reason."]);
});

test("what an earlier release stored and this one does not know has its default", () => {
  expect(parseStoredSettings(null)).toEqual(defaultSettings);
  expect(parseStoredSettings({ targetCities: 200, holidays: 7, colour: "green" })).toEqual({
    ...defaultSettings,
    targetCities: 200,
  });
});
