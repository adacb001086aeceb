import { once } from "node:events";
import { RewritingStream } from "parse5-html-rewriting-stream";
import type { OwnScripts } from "@/lib/front/own-scripts";
import type { StyleSheets } from "@/lib/front/style-sheets";

/** What stands inside a page instead of the address under which it is linked. */
export type Inside = { styleSheets: StyleSheets; scripts: OwnScripts };

/**
 * A page without executable scripts, script preloads and React's marks for them, and with its style sheets inside, so that one answer
 * brings all that it takes to show it. Data blocks such as JSON-LD stay, and so do the given scripts, which come inside as well.
 * Works on tokens as a browser reads them, so text that looks like a tag is left alone.
 */
export async function standAlone(html: string, { styleSheets, scripts }: Inside): Promise<string> {
  const rewriter = new RewritingStream();
  let insideScript = false;

  rewriter.on("startTag", (tag, raw) => {
    const script = scripts.get(linkedScript(tag) ?? "");
    if (script !== undefined) return rewriter.emitRaw(`<script>${script}`);
    insideScript = isExecutable(tag);
    if (insideScript || isForScripts(tag)) return;
    const css = styleSheets.get(linkedSheet(tag) ?? "");
    rewriter.emitRaw(css === undefined ? raw : `<style>${css}</style>`);
  });
  rewriter.on("text", (_, raw) => {
    if (!insideScript) rewriter.emitRaw(raw);
  });
  rewriter.on("endTag", (_, raw) => {
    if (!insideScript) rewriter.emitRaw(raw);
    insideScript = false;
  });
  rewriter.on("comment", () => undefined);

  const parts: string[] = [];
  rewriter.on("data", (part: string) => parts.push(part));
  rewriter.end(html);
  await once(rewriter, "end");
  return parts.join("");
}

type StartTag = Parameters<RewritingStream["emitStartTag"]>[0];

/** A script that a browser would run: one without a type, a module, or one of the old names of JavaScript. */
function isExecutable(tag: StartTag): boolean {
  if (tag.tagName !== "script") return false;
  const type = attributeOf(tag, "type")?.trim().toLowerCase();
  return !type || type === "module" || type === "importmap" || type === "speculationrules" || type.includes("javascript") || type.includes("ecmascript");
}

/** What fetches scripts early, or keeps the page unseen until they have run. */
function isForScripts(tag: StartTag): boolean {
  if (tag.tagName !== "link") return false;
  const relation = attributeOf(tag, "rel")?.toLowerCase() ?? "";
  return relation === "modulepreload" || relation === "expect" || (/^(preload|prefetch)$/.test(relation) && attributeOf(tag, "as") === "script");
}

/** The address of the style sheet that a tag links. */
const linkedSheet = (tag: StartTag): string | undefined =>
  tag.tagName === "link" && attributeOf(tag, "rel") === "stylesheet" ? attributeOf(tag, "href") : undefined;

/** The address of the script that a tag links. */
const linkedScript = (tag: StartTag): string | undefined => (tag.tagName === "script" ? attributeOf(tag, "src") : undefined);

const attributeOf = (tag: StartTag, name: string): string | undefined => tag.attrs.find((attribute) => attribute.name === name)?.value;
