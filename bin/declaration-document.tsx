import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { compile } from "tailwindcss";
import { DeclarationText, Letterhead } from "@/components/content/declaration-text";
import { getCommentary, getDeclaration } from "@/lib/content/queries";
import { directionOf, type Locale } from "@/lib/i18n/locales";

const root = join(import.meta.dirname, "..");
const fontFile = "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";

/** The declaration and its commentary as their page shows them, outside of any page. */
export async function renderDeclaration(locale: Locale) {
  const declaration = await getDeclaration(locale);
  const commentary = await getCommentary(locale);
  const markup = renderToStaticMarkup(<DeclarationText locale={locale} declaration={declaration} commentary={commentary} letterhead={<Letterhead locale={locale} />} />);
  return { declaration, markup };
}

/** SHA-256 of the words alone: a change of their look needs no new PDF, a change of the text does. */
export function fingerprintOf(markup: string): string {
  const words = markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();
  return createHash("sha256").update(words).digest("hex");
}

/** One HTML file that needs nothing beside it: the markup, the site's own styles, its font. */
export async function standaloneDocument(locale: Locale, title: string, markup: string): Promise<string> {
  const font = await readFile(join(root, fontFile), "base64");
  const styles = await stylesFor(markup);
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>
@font-face { font-family: Hyperlegible; font-weight: 200 800; src: url(data:font/woff2;base64,${font}) format("woff2"); }
:root { --font-latin: Hyperlegible; --font-latin-extended: Hyperlegible; }
${styles}
</style>
</head>
<body><main>${markup}</main></body>
</html>`;
}

/** The site's stylesheet with what this markup uses of it. */
async function stylesFor(markup: string): Promise<string> {
  const source = `@import "tailwindcss";\n${await readFile(join(root, "app/look.css"), "utf8")}`;
  const tailwind = join(root, "node_modules/tailwindcss/index.css");
  const loadStylesheet = async () => ({ path: tailwind, base: root, content: await readFile(tailwind, "utf8") });
  const compiler = await compile(source, { base: root, loadStylesheet });
  const classes = [...markup.matchAll(/class="([^"]*)"/g)].flatMap(([, names = ""]) => names.replaceAll("&#x27;", "'").split(" "));
  return compiler.build(classes);
}
