import {
  ident,
  parse,
  walk,
  type Atrule,
  type ClassSelector,
  type CssNode,
  type Rule,
  type SelectorList,
} from "css-tree";
import { customPropertiesIn, type ShortNames } from "@/lib/front/markup/short-names";
import { needsOf, needsOfCharacters, type Needs } from "@/lib/front/markup/selector-needs";

/** A style sheet in parts that a page carries or leaves out. */
export type ParsedSheet = readonly Part[];

export type Part =
  | { kind: "whole"; css: string; asks: string[] }
  | { kind: "registered"; name: string; css: string; initial?: string }
  | { kind: "font"; css: string; needs: Needs }
  | { kind: "group"; head: string; asks: string[]; emptied: string; parts: Part[] }
  | { kind: "rule"; selectors: Selector[]; declarations: Declaration[] };

/** One of those that a rule names, or all of them where they must stay together. */
export type Selector = { css: string; needs: Needs };

/** `sets` is the custom property that it gives a value, `asks` are those that its value reads. */
export type Declaration = { css: string; sets?: string; asks: string[] };

type Source = { css: string; names: Pick<ShortNames, "ofClass" | "inValue"> };

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
    selectors: selectorsOf(node.prelude, source),
    declarations: declarations.map((declaration) => declarationOf(declaration, source)),
  };
}

/** Where a browser does not know the part of one of them, it reads none of them. */
const partsOfOneBrowser = /::?-/;

function selectorsOf(list: SelectorList, source: Source): Selector[] {
  const selectorOf = (node: CssNode) => ({ css: textOf(node, source), needs: needsOf(node) });
  const whole = selectorOf(list);
  return partsOfOneBrowser.test(whole.css) ? [whole] : list.children.toArray().map(selectorOf);
}

const declarationOf = (node: CssNode, source: Source): Declaration =>
  readDeclaration(textOf(node, source));

export function readDeclaration(text: string): Declaration {
  const [, name = ""] = /^([^:]*?)\s*:/.exec(text) ?? [];
  const value = text.slice(name.length);
  const asks = customPropertiesIn(value);
  return name.startsWith("--") ? { css: text, sets: name, asks } : { css: text, asks };
}

function atruleOf(node: Atrule, source: Source): Part {
  const prelude = node.prelude ? textOf(node.prelude, source) : "";
  const { block } = node;
  if (node.name === "property") return registeredOf(node, prelude, source);
  if (node.name === "font-face") return fontOf(node, source);
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

function registeredOf(node: Atrule, name: string, source: Source): Part {
  const css = textOf(node, source);
  const [, initial] = /[{;]initial-value:([^;}]*)/.exec(css) ?? [];
  return { kind: "registered", name, css, initial };
}

function fontOf(node: Atrule, source: Source): Part {
  const css = textOf(node, source);
  const [, ranges] = /[{;]\s*unicode-range:([^;}]*)/i.exec(css) ?? [];
  return { kind: "font", css, needs: needsOfCharacters(ranges) };
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
