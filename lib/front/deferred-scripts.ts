import {
  isExecutable,
  isForScripts,
  linkedScript,
  rewriteHtml,
  withoutInvalidAttributes,
} from "@/lib/front/html-tokens";

/**
 * Runs in the browser: fetches the page's scripts when its reader moves a pointer, by finger too
 * (browsers say "mousemove" before a tap, and not while one scrolls), enters a control, or fills it
 * in by whatever means; and at once where this tab keeps answers that the page's scripts bring
 * back. A script element without an address does nothing until it gets one.
 */
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

/**
 * A page of which the linked scripts are fetched when somebody begins to use it: who only reads
 * pays nothing for them, and they do not stand in the way of the first look. Scripts inside the
 * page stay as they are.
 * @param nonce of the answer, for the script that fetches the others
 */
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
