import { ident, type CssNode } from "css-tree";

/** What stands in a page, as selectors name it: `h1`, `.night`, `#menu`, `[dir]`, `[dir="rtl"]`. */
export type Vocabulary = ReadonlySet<string>;

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
