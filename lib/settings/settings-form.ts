import { settingsSchema, type Settings } from "@/lib/settings/schema";

type Texts = Readonly<Partial<Record<string, string>>>;

/** Reads what the form posts: everything in it is text. */
export const parseSettingsForm = (texts: Texts) =>
  settingsSchema.safeParse({
    targetCities: numberIn(texts.targetCities),
    amberAfterWorkingDays: numberIn(texts.amberAfterWorkingDays),
    redAfterWorkingDays: numberIn(texts.redAfterWorkingDays),
    holidays: linesIn(texts.holidays),
    claimEndsAfterWorkingDays: numberIn(texts.claimEndsAfterWorkingDays),
    openingsKeptForMonths: numberIn(texts.openingsKeptForMonths),
    appealDays: numberIn(texts.appealDays),
    approvalsNeedTwo: texts.approvalsNeedTwo === "yes",
    sampledPercent: numberIn(texts.sampledPercent),
  } satisfies Record<keyof Settings, unknown>);

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
  openingsKeptForMonths: String(settings.openingsKeptForMonths),
  appealDays: String(settings.appealDays),
  approvalsNeedTwo: settings.approvalsNeedTwo ? "yes" : "no",
  sampledPercent: String(settings.sampledPercent),
});
