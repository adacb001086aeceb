import { withInitialValues } from "@/lib/front/markup/initial-values";
import type { ParsedSheet, Part } from "@/lib/front/markup/parsed-sheet";
import type { Vocabulary } from "@/lib/front/markup/selector-needs";

export type PageContents = {
  vocabulary: Vocabulary;
  /** Short names of the custom properties that attributes read, such as `fill="var(--b)"`. */
  asks: Iterable<string>;
};

/** The parts that can show in a page, in the order in which they stand. */
export function usedRules(
  sheets: readonly ParsedSheet[],
  { vocabulary, asks }: PageContents,
): string[] {
  const matching = withInitialValues(sheets.map((sheet) => matchingParts(sheet, vocabulary)));
  const asked = customPropertiesOf(matching.flat(), asks);
  return matching.map((parts) => write(parts, asked));
}

/** All parts, for what several pages have in common. */
export const allRules = (sheets: readonly ParsedSheet[]): string =>
  sheets.map((sheet) => write(sheet, { has: () => true })).join("");

function matchingParts(parts: readonly Part[], page: Vocabulary): Part[] {
  return parts.flatMap((part): Part[] => {
    if (part.kind === "font") return part.needs(page) ? [part] : [];
    if (part.kind === "rule") {
      const selectors = part.selectors.filter(({ needs }) => needs(page));
      return selectors.length > 0 ? [{ ...part, selectors }] : [];
    }
    return part.kind === "group" ? [{ ...part, parts: matchingParts(part.parts, page) }] : [part];
  });
}

/** All that is read, also by what sets another one that is read. */
function customPropertiesOf(parts: readonly Part[], byPage: Iterable<string>): Set<string> {
  const asked = new Set(byPage);
  const setBy = new Map<string, string[]>();
  collect(parts, asked, setBy);
  for (const name of asked) for (const next of setBy.get(name) ?? []) asked.add(next);
  return asked;
}

function collect(parts: readonly Part[], asked: Set<string>, setBy: Map<string, string[]>): void {
  for (const part of parts) {
    if (part.kind === "registered" || part.kind === "font") continue;
    if (part.kind === "rule") {
      for (const { sets, asks } of part.declarations) {
        if (sets === undefined) for (const name of asks) asked.add(name);
        else setBy.set(sets, [...(setBy.get(sets) ?? []), ...asks]);
      }
      continue;
    }
    for (const name of part.asks) asked.add(name);
    if (part.kind === "group") collect(part.parts, asked, setBy);
  }
}

const write = (parts: readonly Part[], asked: Pick<ReadonlySet<string>, "has">): string =>
  parts.map((part) => writePart(part, asked)).join("");

function writePart(part: Part, asked: Pick<ReadonlySet<string>, "has">): string {
  switch (part.kind) {
    case "whole":
    case "font":
      return part.css;
    case "registered":
      return asked.has(part.name) ? part.css : "";
    case "group": {
      const inside = write(part.parts, asked);
      return inside ? `${part.head}{${inside}}` : part.emptied;
    }
    case "rule": {
      const used = part.declarations.filter(({ sets }) => sets === undefined || asked.has(sets));
      if (used.length === 0) return "";
      return `${listOf(part.selectors)}{${listOf(used, ";")}}`;
    }
  }
}

const listOf = (parts: readonly { css: string }[], separator = ","): string =>
  parts.map(({ css }) => css).join(separator);
