import {
  createFormatter,
  createTranslator,
  type Messages,
  type NamespaceKeys,
  type NestedKeyOf,
} from "use-intl/core";
import { conventionsOf } from "@/lib/i18n/conventions";
import { withIsolatedNames } from "@/lib/i18n/isolate";
import {
  defaultLocale,
  directionOf,
  messagesChangedAt,
  readMessages,
  type Locale,
} from "@/lib/i18n/locales";

const loaded = new Map<Locale, { messages: Messages; changedAt: number }>();

/** Missing messages are taken from English. */
export function messagesOf(locale: Locale): Messages {
  const known = loaded.get(locale);
  if (known && process.env.NODE_ENV === "production") return known.messages;
  const changedAt = Math.max(...[defaultLocale, locale].map(messagesChangedAt));
  if (known?.changedAt === changedAt) return known.messages;
  const english = readMessages(defaultLocale) as Messages;
  const messages = locale === defaultLocale ? english : merge(english, readMessages(locale));
  loaded.set(locale, { messages, changedAt });
  return messages;
}

function merge<T>(base: T, over: unknown): T {
  // Lists are translated as a whole: half in another language would be worse than none.
  if (
    typeof base !== "object" ||
    base === null ||
    Array.isArray(base) ||
    typeof over !== "object" ||
    over === null
  )
    return (over ?? base) as T;
  const entries = Object.entries(base).map(([key, value]) => [
    key,
    merge(value as unknown, (over as Record<string, unknown>)[key]),
  ]);
  return Object.fromEntries(entries) as T;
}

const onError = (error: Error) => {
  throw error;
};

/** @throws when a message or a value is missing, so that tests find it */
export function translator<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: Namespace,
) {
  type Translator = ReturnType<typeof createTranslator<Messages, Namespace>>;
  return keptTranslator(locale, namespace, (messages): Translator => {
    const t = createTranslator({
      locale: conventionsOf(locale),
      messages,
      namespace,
      onError,
      timeZone: "UTC",
    });
    return withIsolatedNames(t, directionOf(locale));
  });
}

const translators = new Map<string, { messages: Messages; t: unknown }>();

/** With what it has read of its messages: to read them anew took a fifth of what a page takes. */
function keptTranslator<Translator>(
  locale: Locale,
  namespace: string,
  make: (messages: Messages) => Translator,
): Translator {
  const messages = messagesOf(locale);
  const key = `${locale} ${namespace}`;
  const known = translators.get(key);
  if (known?.messages === messages) return known.t as Translator;
  const t = make(messages);
  translators.set(key, { messages, t });
  return t;
}

const formatters = new Map<Locale, ReturnType<typeof createFormatter>>();

export function formatter(locale: Locale): ReturnType<typeof createFormatter> {
  const known =
    formatters.get(locale) ?? createFormatter({ locale: conventionsOf(locale), timeZone: "UTC" });
  formatters.set(locale, known);
  return known;
}

/** E.g. `23 November 2026 at 14:05 UTC`. */
export const formatMoment = (locale: Locale, date: Date): string =>
  formatter(locale).dateTime(date, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });

const collators = new Map<Locale, Intl.Collator>();

/** In Swedish, Örebro comes after Zürich. */
export function compareNames(locale: Locale, one: string, other: string): number {
  const known = collators.get(locale) ?? new Intl.Collator(conventionsOf(locale));
  collators.set(locale, known);
  return known.compare(one, other);
}

/** Leaves out empty parts: `Berlin, 2019, page 2`. */
export const enumerate = (
  locale: Locale,
  parts: readonly (string | false | 0 | null | undefined)[],
): string =>
  formatter(locale).list(
    parts.filter((part) => typeof part === "string" && part !== "") as string[],
    { type: "unit" },
  );

const countryNames = new Map<Locale, Intl.DisplayNames>();

export function nameOfCountry(locale: Locale, countryCode: string): string {
  const known = countryNames.get(locale) ?? new Intl.DisplayNames([locale], { type: "region" });
  countryNames.set(locale, known);
  return known.of(countryCode) ?? countryCode;
}
