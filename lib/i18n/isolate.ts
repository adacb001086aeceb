// In a sentence of the other direction, a name would pull commas and brackets along.

/** First strong isolate and pop directional isolate: `<bdi>` for plain text. */
const [begin, end] = ["\u2068", "\u2069"];

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const leftToRight =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}])\p{L}/u;

export const isolate = (name: string, direction: "ltr" | "rtl"): string =>
  (direction === "ltr" ? rightToLeft : leftToRight).test(name) ? begin + name + end : name;

/** Message arguments that hold names; all others, such as those of a select, stay unchanged. */
const names: ReadonlySet<string> = new Set([
  "city",
  "country",
  "region",
  "whereabouts",
  "name",
  "other",
  "area",
  "query",
]);

type Values = Record<string, unknown>;
type Translate = (key: unknown, values?: Values, ...rest: unknown[]) => unknown;

export function withIsolatedNames<Translator extends object>(
  t: Translator,
  direction: "ltr" | "rtl",
): Translator {
  const isolated = (values: Values) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        names.has(key) && typeof value === "string" ? isolate(value, direction) : value,
      ]),
    );
  const wrap =
    (translate: Translate): Translate =>
    (key, values, ...rest) =>
      translate(key, values && isolated(values), ...rest);
  const { rich, markup } = t as Record<"rich" | "markup", Translate>;
  return Object.assign(wrap(t as unknown as Translate), t, {
    rich: wrap(rich),
    markup: wrap(markup),
  });
}
