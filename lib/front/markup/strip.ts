import { randomUUID } from "node:crypto";
import {
  isExecutable,
  isForScripts,
  isNeedless,
  linkedScript,
  linkedSheet,
  rewriteHtml,
  type StartTag,
  withoutInvalidAttributes,
} from "@/lib/front/markup/html-tokens";
import type { InlineScripts } from "@/lib/front/markup/inline-scripts";
import { ContentsReader } from "@/lib/front/markup/page-contents";
import type { ParsedSheet } from "@/lib/front/markup/parsed-sheet";
import type { Finished } from "@/lib/front/pages/render";
import type { ShortNames } from "@/lib/front/markup/short-names";
import type { StyleSheets } from "@/lib/front/markup/style-sheets";
import { usedRules } from "@/lib/front/markup/used-rules";

export type Inside = {
  styleSheets: StyleSheets;
  scripts: InlineScripts;
  /** Whether texts that nobody knows yet are put into the page when it is sent. */
  isTemplate?: boolean;
};

/** Nobody outside this process can know it, so it stands in no page. */
const placeOfStyles = `<style>${randomUUID()}</style>`;

/**
 * Data blocks such as JSON-LD stay, and so do the given scripts, which are inlined. Of the style
 * sheets, only the rules that the page uses stand in it.
 */
export async function stripScriptsAndInlineStyles(
  html: string,
  { styleSheets, scripts, isTemplate = false }: Inside,
): Promise<Finished> {
  const linked: ParsedSheet[] = [];
  const reader = new ContentsReader();
  if (isTemplate) reader.expectUnknownText();
  // A page with styles of its own, such as what other sites frame, keeps its own names.
  const names = linkedSheets(html, styleSheets).length > 0 ? styleSheets.names : null;
  const stripped = await rewriteHtml(withoutData(html), (rewriter) => {
    let insideScript = false;

    rewriter.on("startTag", (tag, raw) => {
      const script = scripts.get(linkedScript(tag) ?? "");
      if (script !== undefined) return rewriter.emitRaw(`<script>${script}`);
      insideScript = isExecutable(tag);
      if (insideScript || isForScripts(tag) || isNeedless(tag)) return;
      const sheet = styleSheets.sheets.get(linkedSheet(tag) ?? "");
      if (sheet) {
        linked.push(sheet);
        return rewriter.emitRaw(linked.length === 1 ? placeOfStyles : "");
      }
      reader.read(tag);
      const written = names ? withShortNames(tag, names) : tag;
      const valid = withoutInvalidAttributes(written) ?? written;
      if (valid === tag) rewriter.emitRaw(raw);
      else rewriter.emitStartTag(valid);
    });
    rewriter.on("text", ({ text }, raw) => {
      if (insideScript) return;
      reader.readText(text);
      rewriter.emitRaw(raw);
    });
    rewriter.on("endTag", (_, raw) => {
      if (!insideScript) rewriter.emitRaw(raw);
      insideScript = false;
    });
    rewriter.on("comment", () => undefined);
  });
  if (linked.length === 0) return { html: stripped, styles: [] };
  const css = usedRules(linked, reader.contents(styleSheets.names)).join("");
  return { html: stripped.replace(placeOfStyles, () => `<style>${css}</style>`), styles: [css] };
}

/**
 * React's copy of the page, as long as the page, need not be read tag by tag: it holds no "<", by
 * which it could end early.
 */
const withoutData = (html: string): string =>
  html.replace(/<script>self\.__next_f\.push\([^<]*\)<\/script>/g, "");

export const linkedSheets = (html: string, { sheets }: StyleSheets): ParsedSheet[] =>
  [...sheets].flatMap(([address, sheet]) => (html.includes(`href="${address}"`) ? [sheet] : []));

function withShortNames(tag: StartTag, names: ShortNames): StartTag {
  if (!tag.attrs.some(({ name, value }) => name === "class" || value.includes("var(--")))
    return tag;
  const attrs = tag.attrs
    .map((attribute) => ({ ...attribute, value: shortValue(attribute, names) }))
    .filter(({ name, value }) => name !== "class" || value !== "");
  return { ...tag, attrs };
}

function shortValue({ name, value }: StartTag["attrs"][number], names: ShortNames): string {
  if (name === "class") return names.inClassAttribute(value);
  return value.includes("var(--") ? names.inValue(value) : value;
}
