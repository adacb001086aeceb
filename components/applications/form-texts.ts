import { createTranslator, type Messages } from "use-intl/core";
import { areaOf, maxOf, type ErrorKey } from "@/lib/applications/fields";
import type { JoinErrors } from "@/lib/applications/join-stages";
import { conventionsOf } from "@/lib/i18n/conventions";

/** The messages that the forms of an application need in the browser. */
export type FormMessages = Pick<Messages, "join" | "errors" | "checklist">;

const onError = (error: Error) => {
  throw error;
};

/**
 * What the forms say, from messages that came with the page: the translator of the server reads
 * files.
 */
export function formTexts(locale: string, messages: FormMessages) {
  const settings = {
    locale: conventionsOf(locale),
    messages: messages as Messages,
    onError,
    timeZone: "UTC",
  };
  const tError = createTranslator({ ...settings, namespace: "errors" });
  const tArea = createTranslator({ ...settings, namespace: "checklist" });

  const error = (field: string, key: ErrorKey): string =>
    tError(key, { max: maxOf(field), area: "", message: "" });
  const summarise = (field: string, message: string): string => {
    const area = areaOf(field);
    return area ? tError("inArea", { area: tArea(area), message }) : message;
  };
  return {
    locale,
    t: createTranslator({ ...settings, namespace: "join" }),
    tArea,
    summaryTitle: tError("summaryTitle"),
    error,
    day: (date: Date): string =>
      new Intl.DateTimeFormat(conventionsOf(locale), { dateStyle: "long", timeZone: "UTC" }).format(
        date,
      ),
    /** The errors of a form, field by field. */
    errors: (errors: JoinErrors): ErrorTexts => mapValues(errors, error),
    /** The same for the summary, where a field stands without its surroundings. */
    summary: (errors: ErrorTexts): ErrorTexts => mapValues(errors, summarise),
  };
}

/** Field → message, in the visitor's language. */
export type ErrorTexts = Readonly<Record<string, string>>;

const mapValues = <Value>(
  values: Readonly<Record<string, Value>>,
  change: (name: string, value: Value) => string,
): ErrorTexts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(name, value)]));

export type FormTexts = ReturnType<typeof formTexts>;
