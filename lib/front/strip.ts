import {
  isExecutable,
  isForScripts,
  linkedScript,
  linkedSheet,
  rewriteHtml,
  withoutInvalidAttributes,
} from "@/lib/front/html-tokens";
import type { InlineScripts } from "@/lib/front/inline-scripts";
import type { StyleSheets } from "@/lib/front/style-sheets";

export type Inside = { styleSheets: StyleSheets; scripts: InlineScripts };

/** Data blocks such as JSON-LD stay, and so do the given scripts, which are inlined. */
export function stripScriptsAndInlineStyles(
  html: string,
  { styleSheets, scripts }: Inside,
): Promise<string> {
  return rewriteHtml(html, (rewriter) => {
    let insideScript = false;

    rewriter.on("startTag", (tag, raw) => {
      const script = scripts.get(linkedScript(tag) ?? "");
      if (script !== undefined) return rewriter.emitRaw(`<script>${script}`);
      insideScript = isExecutable(tag);
      if (insideScript || isForScripts(tag)) return;
      const css = styleSheets.get(linkedSheet(tag) ?? "");
      const valid = withoutInvalidAttributes(tag);
      if (valid) return rewriter.emitStartTag(valid);
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
  });
}
