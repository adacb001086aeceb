import {
  ident,
  parse,
  walk,
  type Atrule,
  type ClassSelector,
  type CssNode,
  type Rule,
} from "css-tree";
import { customPropertiesIn, type ShortNames } from "@/lib/front/short-names";
import { needsOf, type Needs, type Vocabulary } from "@/lib/front/selector-needs";

/** A style sheet in parts that a page carries or leaves out. */
export type ParsedSheet = readonly Part[];

type Part =
  | { kind: "whole"; css: string; asks: string[] }
  | { kind: "registered"; name: string; css: string }
  | { kind: "group"; head: string; asks: string[]; emptied: string; parts: Part[] }
  | { kind: "rule"; head: string; needs: Needs; declarations: Declaration[] };

/** `sets` is the custom property that it gives a value, `asks` are those that its value reads. */
type Declaration = { css: string; sets?: string; asks: string[] };

type Source = { css: string; names: Pick<ShortNames, "ofClass" | "inValue"> };

export type PageContents = {
  vocabulary: Vocabulary;
  /** Short names of the custom properties that attributes read, such as `fill="var(--b)"`. */
  asks: Iterable<string>;
};

const groups = new Set(["media", "supports", "container", "layer", "scope", "starting-style"]);

/** @param names by which the page says its classes and custom properties, too */
export function parseSheet(css: string, names: ShortNames): ParsedSheet {
  const sheet = parseTree(css);
  return sheet.type === "StyleSheet"
    ? sheet.children.toArray().map((node) => partOf(node, { css, names }))
    : [];
}

/** Rules as they stood in their sheet. */
export const withLongNames = (css: string, names: ShortNames): string =>
  css && textOf(parseTree(css), { css, names: names.reversed() });

/** The parts that can show in a page, in the order in which they stand. */
export function usedRules(
  sheets: readonly ParsedSheet[],
  { vocabulary, asks }: PageContents,
): string[] {
  const matching = sheets.map((sheet) => matchingParts(sheet, vocabulary));
  const asked = customPropertiesOf(matching.flat(), asks);
  return matching.map((parts) => write(parts, asked));
}

/** All parts, for what several pages have in common. */
export const allRules = (sheets: readonly ParsedSheet[]): string =>
  sheets.map((sheet) => write(sheet, { has: () => true })).join("");

const parseTree = (css: string): CssNode =>
  parse(css, { positions: true, parseValue: false, parseAtrulePrelude: false });

function partOf(node: CssNode, source: Source): Part {
  if (node.type === "Rule") return ruleOf(node, source);
  if (node.type === "Atrule") return atruleOf(node, source);
  return wholeOf(node, source);
}

const wholeOf = (node: CssNode, source: Source): Part => {
  const text = textOf(node, source);
  return { kind: "whole", css: text, asks: customPropertiesIn(text) };
};

function ruleOf(node: Rule, source: Source): Part {
  const declarations = node.block.children.toArray();
  if (node.prelude.type === "Raw")
    throw new Error(`No selector that can be read: ${node.prelude.value}`);
  if (!declarations.every(({ type }) => type === "Declaration"))
    throw new Error(`A rule that holds more than declarations: ${textOf(node.prelude, source)}`);
  return {
    kind: "rule",
    needs: needsOf(node.prelude),
    head: textOf(node.prelude, source),
    declarations: declarations.map((declaration) => declarationOf(declaration, source)),
  };
}

function declarationOf(node: CssNode, source: Source): Declaration {
  const text = textOf(node, source);
  const [, name = ""] = /^([^:]*?)\s*:/.exec(text) ?? [];
  const value = text.slice(name.length);
  const asks = customPropertiesIn(value);
  return name.startsWith("--") ? { css: text, sets: name, asks } : { css: text, asks };
}

function atruleOf(node: Atrule, source: Source): Part {
  const prelude = node.prelude ? textOf(node.prelude, source) : "";
  const { block } = node;
  if (node.name === "property")
    return { kind: "registered", name: prelude, css: textOf(node, source) };
  if (!block || !groups.has(node.name)) return wholeOf(node, source);
  const head = `@${node.name} ${prelude}`;
  return {
    kind: "group",
    head,
    asks: customPropertiesIn(prelude),
    // The order in which layers are named first decides which of them wins.
    emptied: node.name === "layer" && prelude ? `${head};` : "",
    parts: block.children.toArray().map((child) => partOf(child, source)),
  };
}

/** As it stands in the sheet, but for the names of classes and custom properties. */
function textOf(node: CssNode, { css, names }: Source): string {
  const parts: string[] = [];
  const { start, end } = placeOf(node);
  let done = start;
  walk(node, {
    visit: "ClassSelector",
    enter(selector: ClassSelector) {
      const place = placeOf(selector);
      const name = names.ofClass(ident.decode(selector.name));
      parts.push(names.inValue(css.slice(done, place.start)), `.${name}`);
      done = place.end;
    },
  });
  return [...parts, names.inValue(css.slice(done, end))].join("");
}

function placeOf({ loc, type }: CssNode): { start: number; end: number } {
  if (!loc) throw new Error(`${type} without a place in its sheet`);
  return { start: loc.start.offset, end: loc.end.offset };
}

function matchingParts(parts: readonly Part[], page: Vocabulary): Part[] {
  return parts.flatMap((part): Part[] => {
    if (part.kind === "rule") return part.needs(page) ? [part] : [];
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
    if (part.kind === "registered") continue;
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
      return part.css;
    case "registered":
      return asked.has(part.name) ? part.css : "";
    case "group": {
      const inside = write(part.parts, asked);
      return inside ? `${part.head}{${inside}}` : part.emptied;
    }
    case "rule": {
      const used = part.declarations.filter(({ sets }) => sets === undefined || asked.has(sets));
      return used.length > 0 ? `${part.head}{${used.map(({ css }) => css).join(";")}}` : "";
    }
  }
}
