import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { RewritingStream } from "parse5-html-rewriting-stream";

export type StartTag = Parameters<RewritingStream["emitStartTag"]>[0];

/** Characters. Other requests wait while one piece is read, some 2 ms. */
const pieceLength = 16_384;

/** Token by token, as a browser reads it, so that text that looks like a tag is left alone. */
export async function rewriteHtml(
  html: string,
  setUp: (rewriter: RewritingStream) => void,
): Promise<string> {
  const rewriter = new RewritingStream();
  setUp(rewriter);
  const parts: string[] = [];
  rewriter.on("data", (part: string) => parts.push(part));
  await Promise.all([once(rewriter, "end"), writeInPieces(rewriter, html)]);
  return parts.join("");
}

async function writeInPieces(rewriter: RewritingStream, html: string): Promise<void> {
  for (let start = 0; start < html.length; start += pieceLength) {
    rewriter.write(html.slice(start, start + pieceLength));
    await nextTurn();
  }
  rewriter.end();
}

export function isExecutable(tag: StartTag): boolean {
  if (tag.tagName !== "script") return false;
  const type = attributeOf(tag, "type")?.trim().toLowerCase();
  return (
    !type ||
    type === "module" ||
    type === "importmap" ||
    type === "speculationrules" ||
    type.includes("javascript") ||
    type.includes("ecmascript")
  );
}

/** What fetches scripts early, or hides the page until they have run. */
export function isForScripts(tag: StartTag): boolean {
  if (tag.tagName !== "link") return false;
  const relation = attributeOf(tag, "rel")?.toLowerCase() ?? "";
  return (
    relation === "modulepreload" ||
    relation === "expect" ||
    (/^(preload|prefetch)$/.test(relation) && attributeOf(tag, "as") === "script")
  );
}

const saidElsewhere = /^(twitter:(title|description|image:(type|width|height))|next-size-adjust)$/;

/** Next says for X what X reads in the page's Open Graph too, and something for its own scripts. */
export const isNeedless = (tag: StartTag): boolean =>
  tag.tagName === "meta" && saidElsewhere.test(attributeOf(tag, "name") ?? "");

/** Next and React write attributes that the HTML standard forbids and browsers ignore. */
const isInvalid = (tag: StartTag, { name, value }: StartTag["attrs"][number]): boolean =>
  (tag.tagName === "form" && name === "action" && value === "") ||
  (tag.tagName === "script" && name === "async" && attributeOf(tag, "src") === undefined);

/** Null if the tag has none and may stay as it was written. */
export function withoutInvalidAttributes(tag: StartTag): StartTag | null {
  const attrs = tag.attrs.filter((attribute) => !isInvalid(tag, attribute));
  return attrs.length < tag.attrs.length ? { ...tag, attrs } : null;
}

export const linkedSheet = (tag: StartTag): string | undefined =>
  tag.tagName === "link" && attributeOf(tag, "rel") === "stylesheet"
    ? attributeOf(tag, "href")
    : undefined;

export const linkedScript = (tag: StartTag): string | undefined =>
  tag.tagName === "script" ? attributeOf(tag, "src") : undefined;

/** Browsers that know modules leave them. */
export const isForOldBrowsers = (tag: StartTag): boolean =>
  attributeOf(tag, "nomodule") !== undefined;

const attributeOf = (tag: StartTag, name: string): string | undefined =>
  tag.attrs.find((attribute) => attribute.name === name)?.value;
