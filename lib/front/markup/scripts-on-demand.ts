import {
  isExecutable,
  isForScripts,
  isForOldBrowsers,
  linkedScript,
  linkedSheet,
  rewriteHtml,
  withoutInvalidAttributes,
} from "@/lib/front/markup/html-tokens";
import { keyField, withoutValue } from "@/lib/front/pages/form-memory";
import { ContentsReader } from "@/lib/front/markup/page-contents";
import type { Finished } from "@/lib/front/pages/render";
import type { StyleSheets } from "@/lib/front/markup/style-sheets";
import { withLongNames, type ParsedSheet } from "@/lib/front/markup/parsed-sheet";
import { usedRules } from "@/lib/front/markup/used-rules";

// The join form as a visitor first sees it holds no script but the loader. What Next and React need
// to take the form over is one file, the same for all, which the loader fetches when somebody
// begins.

const file = "/scripts.js";

export const pageOfScripts = (address: string): string => address.slice(0, -file.length);

/** "mousemove" also precedes a tap, but no scroll. Stored answers need the scripts at once. */
export const loader = `
const { form } = document.querySelector("[name=submissionKey]");
const signs = ["mousemove", "focusin", "input"];
const fetchScripts = () => {
  for (const sign of signs) form.removeEventListener(sign, fetchScripts);
  const script = document.createElement("script");
  script.src = location.pathname + "${file}";
  document.head.append(script);
};
for (const sign of signs) form.addEventListener(sign, fetchScripts);
try {
  if (sessionStorage.length > 0) fetchScripts();
} catch {}
document.currentScript.remove();`;

/**
 * Keeps what hydration compares: comments, and the names of classes, by which scripts add elements.
 */
export async function withScriptsOnDemand(
  html: string,
  { sheets, names }: StyleSheets,
): Promise<Finished> {
  const linked: ParsedSheet[] = [];
  const reader = new ContentsReader();
  const written = await rewriteHtml(html, (rewriter) => {
    let insideScript = false;
    rewriter.on("startTag", (tag, raw) => {
      insideScript = isExecutable(tag);
      if (insideScript || isForScripts(tag)) return;
      const sheet = sheets.get(linkedSheet(tag) ?? "");
      if (sheet) return void linked.push(sheet);
      reader.read(tag);
      const valid = withoutInvalidAttributes(tag);
      if (valid) rewriter.emitStartTag(valid);
      else rewriter.emitRaw(raw);
    });
    rewriter.on("text", (_, raw) => {
      if (!insideScript) rewriter.emitRaw(raw);
    });
    rewriter.on("endTag", (tag, raw) => {
      if (tag.tagName === "body") rewriter.emitRaw(`<script>${loader}</script>`);
      if (!insideScript) rewriter.emitRaw(raw);
      insideScript = false;
    });
  });
  const rules = usedRules(linked, reader.contents(names)).join("");
  const css = withLongNames(rules, names);
  return { html: written.replace("</head>", () => `<style>${css}</style></head>`), styles: [css] };
}

/** Everything that `withScriptsOnDemand` takes out of the page, as one script. */
export async function scriptsOf(html: string): Promise<string> {
  const inline: string[] = [];
  const scripts: string[] = [];
  const sheets: string[] = [];
  await rewriteHtml(withoutValue(html, keyField), (rewriter) => {
    let insideScript = false;
    rewriter.on("startTag", (tag) => {
      const script = linkedScript(tag);
      const sheet = linkedSheet(tag);
      if (sheet !== undefined) sheets.push(sheet);
      if (script !== undefined && !isForOldBrowsers(tag)) scripts.push(script);
      insideScript = isExecutable(tag) && script === undefined;
      if (insideScript) inline.push("");
    });
    rewriter.on("text", (_, raw) => {
      if (insideScript) inline.push((inline.pop() ?? "") + raw);
    });
    rewriter.on("endTag", () => void (insideScript = false));
  });
  return [beforeInlineScripts, ...inline, fetchAll({ sheets, scripts })].join(";\n");
}

/** React is told the key that stands in this visitor's form. */
const beforeInlineScripts = `self.__next_f = [];
self.__next_f.push = function (row) {
  const { value } = document.querySelector("[name=submissionKey]");
  const withKey = (part) => (typeof part === "string" ? part.replaceAll("${keyField.place}", value) : part);
  return Array.prototype.push.call(this, row.map(withKey));
}`;

/** As the page would link them: React then finds them there, and fetches none twice. */
const fetchAll = (addresses: { sheets: string[]; scripts: string[] }): string => `{
delete self.__next_f.push;
const { sheets, scripts } = ${JSON.stringify(addresses)};
for (const href of sheets) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  link.dataset.precedence = "next";
  document.head.append(link);
}
for (const src of scripts)
  document.head.append(Object.assign(document.createElement("script"), { src, async: true }));
}`;
