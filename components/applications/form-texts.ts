import { createTranslator, type Messages } from "use-intl/core";
import { maxOf, type ErrorKey, type FieldName } from "@/lib/applications/fields";

/** The messages that the forms of an application need in the browser. */
export type FormMessages = Pick<Messages, "join" | "errors" | "checklist">;

const onError = (error: Error) => {
  throw error;
};

/** What the forms say, from messages that came with the page: the translator of the server reads files. */
export function formTexts(locale: string, messages: FormMessages) {
  const settings = { locale, messages: messages as Messages, onError, timeZone: "UTC" };
  const tError = createTranslator({ ...settings, namespace: "errors" });
  return {
    locale,
    t: createTranslator({ ...settings, namespace: "join" }),
    tArea: createTranslator({ ...settings, namespace: "checklist" }),
    summaryTitle: tError("summaryTitle"),
    error: (field: FieldName | "cityQuery", key: ErrorKey): string => tError(key, { max: field === "cityQuery" ? 0 : maxOf(field) }),
  };
}

export type FormTexts = ReturnType<typeof formTexts>;
