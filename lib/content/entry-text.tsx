import type { ComponentProps, ReactElement } from "react";
import type { Entry } from "@/lib/content/mdx";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";

// The text of a page for other programs: its links work anywhere.

type Link = ComponentProps<"a">;
type Picture = Omit<ComponentProps<"img">, "src"> & { src?: string };

/** @param path of the page on which the text stands */
export function entryAsHtml(
  locale: Locale,
  path: `/${string}`,
  { Body, locale: language }: Entry<unknown>,
): Promise<string> {
  const a = ({ href: address, ...link }: Link) => (
    <a {...link} href={absolute(locale, path, address)} />
  );
  const img = ({ src = "", alt, ...picture }: Picture) => (
    <img {...picture} alt={alt} src={new URL(src, siteUrl()).href} />
  );
  return render(
    <div {...languageOf(language, locale)}>
      <Body components={{ a, img }} />
    </div>,
  );
}

/** Each paragraph on a line of its own, the address of a link behind its text. */
export async function entryAsText(
  locale: Locale,
  path: `/${string}`,
  { Body }: Entry<unknown>,
): Promise<string> {
  const a = ({ href: address = "", children }: Link) => (
    <>
      {children}
      {address.startsWith("mailto:") ? null : ` (${absolute(locale, path, address)})`}
    </>
  );
  const html = await render(<Body components={{ a }} />);
  return html
    .replace(/\s+/g, " ")
    .replace(/<\/(p|li|h\d)> ?/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => characters[entity] ?? "")
    .trim();
}

const characters: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

/** Links of the site are written without their language, such as `/cities`. */
const absolute = (locale: Locale, path: `/${string}`, address = ""): string =>
  address.startsWith("/")
    ? siteUrl() + href(locale, address as `/${string}`)
    : new URL(address, siteUrl() + href(locale, path)).href;

async function render(text: ReactElement): Promise<string> {
  // Next refuses a static import of this module in server components.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup(text);
}
