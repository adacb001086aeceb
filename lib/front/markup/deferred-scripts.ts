import {
  isExecutable,
  isForScripts,
  linkedScript,
  rewriteHtml,
  withoutInvalidAttributes,
} from "@/lib/front/markup/html-tokens";

/** "mousemove" also precedes a tap, but no scroll. Stored answers need the scripts at once. */
const loader = `
const fetchScripts = () => {
  for (const script of document.querySelectorAll("script[data-deferred-src]:not([src])")) {
    script.async = true;
    script.src = script.dataset.deferredSrc;
  }
};
for (const sign of ["mousemove", "focusin", "input"]) addEventListener(sign, fetchScripts, { once: true });
try {
  if (sessionStorage.length > 0) fetchScripts();
} catch {}
document.currentScript.remove();`;

/** Linked scripts are fetched on first use: who only reads need not pay for them. */
export function withDeferredScripts(html: string, nonce: string): Promise<string> {
  return rewriteHtml(html, (rewriter) => {
    rewriter.on("startTag", (tag, raw) => {
      if (isForScripts(tag)) return;
      const isDeferred = isExecutable(tag) && linkedScript(tag) !== undefined;
      const written = isDeferred
        ? {
            ...tag,
            attrs: tag.attrs.map(({ name, value }) => ({
              name: name === "src" ? "data-deferred-src" : name,
              value,
            })),
          }
        : tag;
      const valid = withoutInvalidAttributes(written);
      if (valid ?? isDeferred) return rewriter.emitStartTag(valid ?? written);
      rewriter.emitRaw(raw);
    });
    rewriter.on("endTag", (tag, raw) => {
      rewriter.emitRaw(
        tag.tagName === "body" ? `<script nonce="${nonce}">${loader}</script>${raw}` : raw,
      );
    });
  });
}
