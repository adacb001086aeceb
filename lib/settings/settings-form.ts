import { settingsSchema, type Settings } from "@/lib/settings/schema";
import { DeclineReason } from "@/prisma/generated/enums";

type Texts = Readonly<Partial<Record<string, string>>>;

/** Reads what the form posts: everything in it is text. */
export const parseSettingsForm = (texts: Texts) =>
  settingsSchema.safeParse({
    targetCities: numberIn(texts.targetCities),
    amberAfterWorkingDays: numberIn(texts.amberAfterWorkingDays),
    redAfterWorkingDays: numberIn(texts.redAfterWorkingDays),
    holidays: linesIn(texts.holidays),
    claimEndsAfterWorkingDays: numberIn(texts.claimEndsAfterWorkingDays),
    morningMailHour: numberIn(texts.morningMailHour),
    morningMailTimeZone: texts.morningMailTimeZone ?? "",
    reconfirmAfterMonths: numberIn(texts.reconfirmAfterMonths),
    reconfirmWithinDays: numberIn(texts.reconfirmWithinDays),
    reconfirmReminderDays: numberIn(texts.reconfirmReminderDays),
    openingsKeptForMonths: numberIn(texts.openingsKeptForMonths),
    asksLinks: texts.asksLinks === "yes",
    appealDays: numberIn(texts.appealDays),
    approvalsNeedTwo: texts.approvalsNeedTwo === "yes",
    sampledPercent: numberIn(texts.sampledPercent),
    spotCheckSize: numberIn(texts.spotCheckSize),
    shareAlarmPercent: numberIn(texts.shareAlarmPercent),
    burstAlarmAsks: numberIn(texts.burstAlarmAsks),
    disposableDomains: linesIn(texts.disposableDomains),
    declineReasons: Object.values(DeclineReason).filter(
      (reason) => texts[declineReasonField(reason)] === "yes",
    ),
    publicationsNeedTwo: texts.publicationsNeedTwo === "yes",
    contactAddress: texts.contactAddress ?? "",
    pressAddress: texts.pressAddress ?? "",
  } satisfies Record<keyof Settings, unknown>);

/** The name of the box of a reason. */
export const declineReasonField = (reason: DeclineReason) => `declineReasons-${reason}`;

const numberIn = (text = ""): number | undefined =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;

const linesIn = (text = ""): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** What the form begins with. */
export const settingsFormValues = (settings: Settings): Texts => ({
  targetCities: String(settings.targetCities),
  amberAfterWorkingDays: String(settings.amberAfterWorkingDays),
  redAfterWorkingDays: String(settings.redAfterWorkingDays),
  holidays: settings.holidays.join("\n"),
  claimEndsAfterWorkingDays: String(settings.claimEndsAfterWorkingDays),
  morningMailHour: String(settings.morningMailHour),
  morningMailTimeZone: settings.morningMailTimeZone,
  reconfirmAfterMonths: String(settings.reconfirmAfterMonths),
  reconfirmWithinDays: String(settings.reconfirmWithinDays),
  reconfirmReminderDays: String(settings.reconfirmReminderDays),
  openingsKeptForMonths: String(settings.openingsKeptForMonths),
  ...(settings.asksLinks && { asksLinks: "yes" }),
  appealDays: String(settings.appealDays),
  approvalsNeedTwo: settings.approvalsNeedTwo ? "yes" : "no",
  sampledPercent: String(settings.sampledPercent),
  spotCheckSize: String(settings.spotCheckSize),
  shareAlarmPercent: String(settings.shareAlarmPercent),
  burstAlarmAsks: String(settings.burstAlarmAsks),
  disposableDomains: settings.disposableDomains.join("\n"),
  ...Object.fromEntries(
    settings.declineReasons.map((reason) => [declineReasonField(reason), "yes"]),
  ),
  publicationsNeedTwo: settings.publicationsNeedTwo ? "yes" : "no",
  contactAddress: settings.contactAddress,
  pressAddress: settings.pressAddress,
});
