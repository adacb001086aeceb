import { readDeclaration, type Declaration, type Part } from "@/lib/front/markup/parsed-sheet";

/** Parentheses in it are three deep at most: `var(--a, calc(1px + (2px * 2)))`. */
const fallbackText = [1, 2, 3].reduce(
  (inside) => String.raw`(?:[^()]|\(${inside}\))*`,
  String.raw`[^()]*`,
);
const reading = new RegExp(String.raw`var\((--[\w-]+)(?:,(${fallbackText}))?\)`, "g");

/** Undefined where the custom property has none: then a fallback counts. */
type InitialValues = ReadonlyMap<string, string | undefined>;

/**
 * Tailwind has custom properties that one class sets and another one reads. Where nothing on the
 * page sets one, its value is known, and stands where it was read.
 */
export function withInitialValues(sheets: readonly Part[][]): Part[][] {
  const known = neverSet(sheets.flat());
  return sheets.map((parts) => parts.map((part) => inPart(part, known)));
}

function neverSet(parts: readonly Part[]): InitialValues {
  const all = [...everyPart(parts)];
  const values = new Map<string, string | undefined>();
  for (const part of all)
    if (part.kind === "rule")
      for (const { asks } of part.declarations)
        for (const name of asks) values.set(name, undefined);
  for (const part of all) if (part.kind === "registered") values.set(part.name, part.initial);
  for (const part of all) {
    // Such as animations, which set what they like.
    if (part.kind === "whole") for (const name of part.asks) values.delete(name);
    if (part.kind !== "rule") continue;
    for (const { sets, css } of part.declarations)
      if (sets !== undefined && !isInitial(css.slice(sets.length + 1), values.get(sets)))
        values.delete(sets);
  }
  return values;
}

function* everyPart(parts: readonly Part[]): Generator<Part> {
  for (const part of parts) {
    yield part;
    if (part.kind === "group") yield* everyPart(part.parts);
  }
}

const isInitial = (value: string, initial: string | undefined): boolean =>
  value.trim() === (initial ?? "initial");

function inPart(part: Part, known: InitialValues): Part {
  if (part.kind === "group")
    return { ...part, parts: part.parts.map((inside) => inPart(inside, known)) };
  if (part.kind !== "rule") return part;
  return { ...part, declarations: part.declarations.map((each) => inDeclaration(each, known)) };
}

function inDeclaration(declaration: Declaration, known: InitialValues): Declaration {
  if (!declaration.asks.some((name) => known.has(name))) return declaration;
  return readDeclaration(calculated(inValue(declaration.css, known)));
}

const product = /calc\((-?[\d.]+)(rem|em|px|) ?\* ?(-?[\d.]+)\)/g;
const difference = /calc\((-?[\d.]+) - (-?[\d.]+)\)/g;

/** With sums whose terms have become known, from the inside out. */
function calculated(text: string): string {
  const done = text
    .replace(product, (_, one: string, unit: string, other: string) =>
      written(Number(one) * Number(other), unit),
    )
    .replace(difference, (_, one: string, other: string) => written(Number(one) - Number(other)));
  return done === text ? text : calculated(done);
}

/** A nought keeps its unit: within a sum it must have one. */
const written = (number: number, unit = ""): string =>
  `${Number(number.toFixed(6))}${unit}`.replace(/^(-?)0\./, "$1.");

function inValue(text: string, known: InitialValues): string {
  return text.replace(reading, (asIs, name: string, fallback?: string) => {
    const value = known.has(name) ? (known.get(name) ?? fallback) : undefined;
    if (value !== undefined) return inValue(value, known);
    return fallback === undefined ? asIs : `var(${name},${inValue(fallback, known)})`;
  });
}
