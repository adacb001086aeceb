import { createProcessor } from "@mdx-js/mdx";
import { VFile } from "vfile";
import { foreignAddressOf, ownPathOf } from "@/lib/publications/links";
import {
  textTags,
  type KnownPictures,
  type TextNode,
  type TextTag,
} from "@/lib/publications/markdown-tree";

/** Beyond it a text is refused before anything reads it. */
export const maxMarkdownLength = 20_000;
/** Lists within quotations within lists: no text needs more, and parsers recurse. */
const maxDepth = 5;

export type MarkdownProblem =
  | { reason: "tooLong" | "tooDeep" }
  | { reason: "link" | "unknownPicture" | "pictureWithoutAlt"; what: string };

export type ParsedMarkdown = { text: TextNode[]; problems: MarkdownProblem[] };

type Options = {
  /** The level of the text's first heading on its page. */
  firstHeading: 2 | 4;
  pictures?: KnownPictures;
};

/**
 * What it lists as a problem is left out of the text, so that a text is harmless even where nobody
 * has looked at the problems.
 */
export function parseMarkdown(
  markdown: string,
  { firstHeading, pictures = new Map() }: Options,
): ParsedMarkdown {
  if (markdown.length > maxMarkdownLength) return refused("tooLong");
  if (isNestedTooDeeply(markdown)) return refused("tooDeep");
  const file = new VFile(markdown);
  try {
    // What follows the reading in MDX expects a program: it gets an empty one from takeTree().
    processor.runSync(processor.parse(file) as never, file);
  } catch (error) {
    if (error instanceof TooDeep || error instanceof RangeError) return refused("tooDeep");
    throw error;
  }
  const { tree } = file.data as { tree: HastNode };
  const problems: MarkdownProblem[] = [];
  const text = childrenOf(tree, { pictures, problems, levels: levelsOf(tree, firstHeading) });
  return { text, problems };
}

const refused = (reason: "tooLong" | "tooDeep"): ParsedMarkdown => ({
  text: [],
  problems: [{ reason }],
});

class TooDeep extends Error {}

/** The parser takes a time that grows with the square of this. */
const nestedTooDeeply = new RegExp(
  `^[\\t ]*(?:>[\\t ]?|(?:[-+*]|\\d{1,9}[.)])[\\t ]+){${maxDepth + 1}}`,
  "m",
);
const ruleAcross = /^[\t ]*([-*_])(?:[\t ]*\1){2,}[\t ]*$/gm;

const isNestedTooDeeply = (markdown: string): boolean =>
  nestedTooDeeply.test(markdown.replace(ruleAcross, ""));

type MdastNode = { children?: MdastNode[] };
type HastNode = {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: HastNode[];
};

/** Of MDX only the reading of Markdown: no code is made of what people write. */
const processor = createProcessor({
  format: "md",
  remarkPlugins: [() => (tree: MdastNode) => checkDepth(tree)],
  remarkRehypeOptions: {
    handlers: { html: (_: unknown, { value }: { value: string }) => ({ type: "text", value }) },
  },
  rehypePlugins: [() => takeTree],
});

function checkDepth(tree: MdastNode): void {
  const waiting = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    // A list and its item are two levels.
    if (next.depth > 2 * maxDepth) throw new TooDeep();
    for (const node of next.node.children ?? []) waiting.push({ node, depth: next.depth + 1 });
  }
}

/** What would follow makes code of the tree, so it gets an empty one. */
function takeTree(tree: unknown, file: VFile): HastNode {
  file.data.tree = tree;
  return { type: "root", children: [] };
}

type Context = {
  pictures: KnownPictures;
  problems: MarkdownProblem[];
  levels: ReadonlyMap<HastNode, TextTag>;
};

const childrenOf = ({ children = [] }: HastNode, context: Context): TextNode[] =>
  children.flatMap((child) => toText(child, context));

function toText(node: HastNode, context: Context): TextNode[] {
  if (node.type === "text") return [node.value ?? ""];
  if (node.type !== "element") return [];
  if (node.tagName === "a") return toLink(node, context);
  if (node.tagName === "img") return toPicture(node, context);
  const tag = context.levels.get(node) ?? textTags.find((known) => known === node.tagName);
  const children = childrenOf(node, context);
  if (!tag) return children;
  const { start } = node.properties ?? {};
  return [{ tag, children, ...(tag === "ol" && typeof start === "number" && { start }) }];
}

function toLink(node: HastNode, context: Context): TextNode[] {
  const children = childrenOf(node, context);
  const address = textOf(node, "href");
  const href = ownPathOf(address) ?? foreignAddressOf(address);
  if (href) return [{ tag: "a", href, children }];
  context.problems.push({ reason: "link", what: address });
  return children;
}

function toPicture(node: HastNode, { pictures, problems }: Context): TextNode[] {
  const name = textOf(node, "src");
  const alt = textOf(node, "alt").trim();
  const known = pictures.get(Number(/^picture-(\d{1,4})$/.exec(name)?.[1]));
  if (!known) problems.push({ reason: "unknownPicture", what: name });
  else if (!alt) problems.push({ reason: "pictureWithoutAlt", what: name });
  return known ? [{ tag: "img", picture: { ...known, alt }, children: [] }] : [];
}

const textOf = ({ properties }: HastNode, name: string): string => {
  const value = properties?.[name];
  return typeof value === "string" ? value : "";
};

/** The highest heading of the text stands below that of the page, and none skips a level. */
function levelsOf(tree: HastNode, firstHeading: number): Map<HastNode, TextTag> {
  const headings: HastNode[] = [];
  const waiting = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (/^h[1-6]$/.test(node.tagName ?? "")) headings.push(node);
    waiting.push(...(node.children ?? []).toReversed());
  }
  const written = (node: HastNode) => Number(node.tagName?.slice(1));
  const highest = Math.min(...headings.map(written));
  const levels = new Map<HastNode, TextTag>();
  let level = firstHeading - 1;
  for (const heading of headings) {
    level = Math.min(firstHeading + written(heading) - highest, level + 1, 6);
    levels.set(heading, `h${level}` as TextTag);
  }
  return levels;
}
