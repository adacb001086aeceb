// Names of people and places keep to themselves: in a sentence that runs the other way they would
// pull commas and brackets along.

/**
 * First strong isolate, and pop directional isolate: what `<bdi>` is where there are no elements.
 */
const [begin, end] = ["\u2068", "\u2069"];

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const leftToRight =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}])\p{L}/u;

/**
 * A name as it stands in a sentence of this direction: isolated where it, or a part of it, runs the
 * other way.
 */
export const isolate = (name: string, direction: "ltr" | "rtl"): string =>
  (direction === "ltr" ? rightToLeft : leftToRight).test(name) ? begin + name + end : name;

/**
 * The arguments of messages that hold names. All others, such as those that a message selects by,
 * stay as they are.
 */
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

/** The same translator, which isolates the names among the values that it is given. */
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
