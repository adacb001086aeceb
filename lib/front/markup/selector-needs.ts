import { ident, type CssNode } from "css-tree";

/**
 * What stands in a page, as selectors name it: `h1`, `.night`, `#menu`, `[dir]`, `[dir="rtl"]`. Of
 * its letters those beyond ASCII: `ł`.
 */
export type Vocabulary = ReadonlySet<string>;

const firstBeyondAscii = 0x80;
const beyondAscii = /[^\0-\x7f]/gu;

export const charactersIn = (text: string): string[] => text.match(beyondAscii) ?? [];

/** Whether a selector can match anything in a page. In doubt it can. */
export type Needs = (page: Vocabulary) => boolean;

/** In a page that has a body, a browser makes these even where no tag stands for them. */
const alwaysThere = new Set(["html", "head", "body", "tbody", "*"]);

/** Set by the browser or the reader, so absent from the page as it is sent. */
const changedByReaders = new Set(["open"]);

/** They match whatever one of their arguments matches. */
const alternatives = new Set(["is", "where", "has", "-webkit-any", "-moz-any"]);

/** Parts of form controls, and what stands in a page that has such a part. */
const partsOfControls: [part: RegExp, owners: string[]][] = [
  [/^placeholder$/, ["input", "textarea"]],
  [/^-moz-ui-invalid$/, ["input", "select", "textarea"]],
  [/^file-selector-button$/, [attributeKey("type", "file")]],
  [/^-webkit-search-/, [attributeKey("type", "search")]],
  [
    /^-webkit-(inner|outer)-spin-button$/,
    ["number", "date", "datetime-local", "month", "time", "week"].map((type) =>
      attributeKey("type", type),
    ),
  ],
  [
    /^-webkit-(date|datetime|calendar)-/,
    ["date", "datetime-local", "month", "time", "week"].map((type) => attributeKey("type", type)),
  ],
];

export function attributeKey(name: string, value?: string): string {
  return (value === undefined ? `[${name}]` : `[${name}="${value}"]`).toLowerCase();
}

/** Stands in a page whose text is not yet all there. */
export const unknownText = "unknown text";

/**
 * Of a font that is only for some characters. A field may get any of them.
 * @param ranges such as `U+100-2BA, U+30`
 */
export function needsOfCharacters(ranges: string | undefined): Needs {
  const found = [...(ranges ?? "").matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)];
  const bounds = found.map(([, first = "", last = first]) => ({
    first: Number.parseInt(first, 16),
    last: Number.parseInt(last, 16),
  }));
  if (bounds.length === 0 || bounds.some(({ first }) => first < firstBeyondAscii)) return always;
  const isFor = (character: string) => {
    const point = character.codePointAt(0) ?? 0;
    return bounds.some(({ first, last }) => first <= point && point <= last);
  };
  const mayGetMore = anyOf(["input", "textarea", unknownText].map(has));
  return (page) => mayGetMore(page) || [...page].some(isFor);
}

/** @param node a selector, or a list of which one is enough */
export function needsOf(node: CssNode): Needs {
  switch (node.type) {
    case "SelectorList":
      return anyOf(node.children.map(needsOf).toArray());
    case "Selector":
      return allOf(node.children.map(needsOf).toArray());
    case "TypeSelector":
      return has(ident.decode(node.name).toLowerCase());
    case "ClassSelector":
      return has(`.${ident.decode(node.name)}`);
    case "IdSelector":
      return has(`#${ident.decode(node.name)}`);
    case "AttributeSelector":
      return needsOfAttribute(node);
    case "PseudoClassSelector":
      if (node.children && alternatives.has(node.name.toLowerCase()))
        return anyOf(node.children.map(needsOf).toArray());
      return needsOfPseudo(node.name);
    case "PseudoElementSelector":
      return needsOfPseudo(node.name);
    default:
      return always;
  }
}

const always: Needs = () => true;

function has(key: string): Needs {
  return alwaysThere.has(key) ? always : (page) => page.has(key);
}

const allOf = (needs: Needs[]): Needs => {
  const conditions = needs.filter((need) => need !== always);
  return conditions.length === 0 ? always : (page) => conditions.every((need) => need(page));
};

const anyOf = (needs: Needs[]): Needs =>
  needs.includes(always) ? always : (page) => needs.some((need) => need(page));

function needsOfAttribute(node: CssNode & { type: "AttributeSelector" }): Needs {
  const name = ident.decode(node.name.name);
  if (changedByReaders.has(name)) return always;
  if (node.matcher !== "=" || !node.value) return has(attributeKey(name));
  const value = node.value.type === "String" ? node.value.value : ident.decode(node.value.name);
  return has(attributeKey(name, value));
}

function needsOfPseudo(name: string): Needs {
  const [, owners] = partsOfControls.find(([part]) => part.test(name)) ?? [];
  return owners ? anyOf(owners.map(has)) : always;
}
