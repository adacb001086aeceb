import { z } from "zod";
import { DeclineReason } from "@/prisma/generated/enums";

// What a coalition changes without a programmer. How long personal data is kept is not among it:
// people were promised those periods when they consented.

const wholeNumber = (lowest: number, highest: number) => {
  const error = `Give a whole number from ${lowest} to ${highest}.`;
  return z.number({ error }).int({ error }).min(lowest, { error }).max(highest, { error });
};

const day = z.iso.date();

const holidaysSchema = z
  .array(z.string())
  .max(400, "These are more than 400 days.")
  .superRefine((days, context) => {
    const wrong = days.find((each) => !day.safeParse(each).success);
    if (wrong !== undefined)
      context.addIssue(
        `“${wrong.slice(0, 30)}” is no day. Write each like 2026-12-25, on its own line.`,
      );
  })
  .transform((days) => [...new Set(days)].sort());

const domainName = /^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/;

const domainsSchema = z
  .array(z.string())
  .max(1_000, "These are more than 1000 domains.")
  .transform((domains) => [...new Set(domains.map((each) => each.toLowerCase()))].sort())
  .superRefine((domains, context) => {
    const wrong = domains.find((each) => !domainName.test(each));
    if (wrong !== undefined)
      context.addIssue(
        `“${wrong.slice(0, 60)}” is no domain. Write each like mailinator.com, on its own line.`,
      );
  });

const allDeclineReasons = Object.values(DeclineReason);

const declineReasonsSchema = z
  .array(z.enum(DeclineReason))
  .transform((chosen) => allDeclineReasons.filter((each) => chosen.includes(each)))
  .refine((chosen) => chosen.length > 0, "Choose at least one reason.");

/** Empty: the address that the emails of the site come from. */
const ownAddress = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    (typed) => typed === "" || z.email().max(254).safeParse(typed).success,
    "Write an email address, such as press@city.example, or leave it empty.",
  );

const timeZone = z
  .string()
  .trim()
  .refine(isTimeZone, "Give a time zone by its name, such as Europe/Amsterdam.");

function isTimeZone(name: string): boolean {
  try {
    return name.length < 60 && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

const shapes = {
  /** How many cities the coalition wants. */
  targetCities: wholeNumber(1, 10_000),
  /** An application that has waited this long is marked, and later marked as overdue. */
  amberAfterWorkingDays: wholeNumber(1, 60),
  redAfterWorkingDays: wholeNumber(2, 90),
  /** No working days: "2026-12-25". */
  holidays: holidaysSchema,
  claimEndsAfterWorkingDays: wholeNumber(1, 30),
  /** When each working day begins with an email to reviewers: the hour, on the clocks of a zone. */
  morningMailHour: wholeNumber(0, 20),
  morningMailTimeZone: timeZone,
  /** How often a member city is asked whether it still is one, and how long it has to answer. */
  reconfirmAfterMonths: wholeNumber(6, 60),
  reconfirmWithinDays: wholeNumber(14, 180),
  reconfirmReminderDays: wholeNumber(3, 60),
  /** How long it is kept who opened a contact's data. */
  openingsKeptForMonths: wholeNumber(1, 36),
  /** Whether the site may ask the link to a city's decision whether it answers. */
  asksLinks: z.boolean(),
  /** After a decline. It ends before the application is erased. */
  appealDays: wholeNumber(7, 150),
  /** An approval is a proposal until a second reviewer confirms it. */
  approvalsNeedTwo: z.boolean(),
  /** The share of decisions that a second reviewer looks at. */
  sampledPercent: wholeNumber(0, 100),
  /** How many residents of a city a spot check asks. */
  spotCheckSize: wholeNumber(10, 100),
  /** Beyond this share of a city's people, further endorsements are held. */
  shareAlarmPercent: wholeNumber(1, 100),
  /** Beyond so many asks for a city within an hour, further ones are held. */
  burstAlarmAsks: wholeNumber(20, 10_000),
  /** Whose addresses are marked for staff, and refused nowhere. */
  disposableDomains: domainsSchema,
  /** Those that reviewers can choose. What was declined before keeps its reason. */
  declineReasons: declineReasonsSchema,
  /** What becomes public in the panel was read by somebody else than its writer. */
  publicationsNeedTwo: z.boolean(),
  /** What the public pages name for questions, and for journalists. */
  contactAddress: ownAddress,
  pressAddress: ownAddress,
};

export const settingsSchema = z
  .strictObject(shapes)
  .refine((given) => given.redAfterWorkingDays > given.amberAfterWorkingDays, {
    path: ["redAfterWorkingDays"],
    message: "Give more days than for amber.",
  })
  .refine((given) => given.reconfirmReminderDays < given.reconfirmWithinDays, {
    path: ["reconfirmReminderDays"],
    message: "Give fewer days than the city has to answer.",
  });

export type Settings = z.infer<typeof settingsSchema>;

const wellKnownDisposableDomains = [
  ...["10minutemail.com", "discard.email", "dispostable.com", "emailondeck.com", "fakeinbox.com"],
  ...["getairmail.com", "getnada.com", "grr.la", "guerrillamail.com", "guerrillamail.net"],
  ...[
    "mail.tm",
    "mailcatch.com",
    "maildrop.cc",
    "mailinator.com",
    "mailnesia.com",
    "mintemail.com",
  ],
  ...["mohmal.com", "mytemp.email", "sharklasers.com", "spam4.me", "spamgourmet.com"],
  ...["temp-mail.org", "tempail.com", "tempmail.com", "tempr.email", "throwawaymail.com"],
  ...["trashmail.com", "trashmail.de", "wegwerfmail.de", "yopmail.com", "yopmail.fr"],
];

export const defaultSettings: Settings = {
  /** The goal of the campaign of 28 March 2019. */
  targetCities: 100,
  amberAfterWorkingDays: 7,
  redAfterWorkingDays: 10,
  holidays: [],
  claimEndsAfterWorkingDays: 5,
  morningMailHour: 7,
  morningMailTimeZone: "UTC",
  reconfirmAfterMonths: 12,
  reconfirmWithinDays: 60,
  reconfirmReminderDays: 14,
  openingsKeptForMonths: 12,
  asksLinks: true,
  appealDays: 30,
  approvalsNeedTwo: false,
  sampledPercent: 10,
  spotCheckSize: 20,
  shareAlarmPercent: 5,
  burstAlarmAsks: 200,
  disposableDomains: wellKnownDisposableDomains,
  declineReasons: allDeclineReasons,
  publicationsNeedTwo: false,
  contactAddress: "",
  pressAddress: "",
};

export const settingNames = Object.keys(defaultSettings) as (keyof Settings)[];

/** A stored value that an earlier release allowed and this one does not counts as none. */
export function parseStoredSettings(stored: unknown): Settings {
  const values = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const kept = settingNames.flatMap((name): [string, Settings[keyof Settings]][] => {
    const { success, data } = shapes[name].safeParse(values[name]);
    return success ? [[name, data]] : [];
  });
  return { ...defaultSettings, ...(Object.fromEntries(kept) as Partial<Settings>) };
}

/** The names of the settings that differ. */
export const changedSettings = (before: Settings, after: Settings): (keyof Settings)[] =>
  settingNames.filter((name) => !isSameSetting(before[name], after[name]));

export const isSameSetting = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
