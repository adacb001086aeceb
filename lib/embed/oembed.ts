import { embedSize } from "@/lib/embed/address";
import { frameSnippet, type Snippet } from "@/lib/embed/snippets";
import { siteUrl } from "@/lib/env";
import { escapeHtml } from "@/lib/escape-html";
import { href } from "@/lib/i18n/href";
import { isLocale, type Locale } from "@/lib/i18n/locales";

export type OembedFormat = "json" | "xml";

/** Without the origin. @param path of the page that is to be embedded, with its language */
export const oembedAddress = (path: string, format: OembedFormat): string =>
  `/data/oembed?${new URLSearchParams({ url: siteUrl() + path, format })}`;

/** @param url of the home page or of a city's page; null for all others */
export function parseOembedUrl(url: string): { locale: Locale; citySlug: string | null } | null {
  const { origin, pathname } = URL.parse(url) ?? {};
  if (origin !== new URL(siteUrl()).origin) return null;
  const [locale = "", section, slug, ...rest] = (pathname ?? "").split("/").slice(1);
  if (!isLocale(locale) || rest.length > 0) return null;
  if (!section) return { locale, citySlug: null };
  return section === "cities" && slug ? { locale, citySlug: slug } : null;
}

export type OembedFields = Record<string, string | number>;

/** The fields of oEmbed 1.0. Where the frame is too large for the other page, a link. */
export function oembedFields(
  frame: Omit<Snippet, "ground">,
  provider: string,
  room: { width: number; height: number },
): OembedFields {
  const { width, height } = embedSize;
  const shared = {
    version: "1.0",
    title: frame.title,
    provider_name: provider,
    provider_url: siteUrl() + href(frame.locale, "/"),
  };
  return room.width < width || room.height < height
    ? { type: "link", ...shared }
    : { type: "rich", ...shared, width, height, html: frameSnippet({ ...frame, ground: "light" }) };
}

export function oembedXml(fields: OembedFields): string {
  const elements = Object.entries(fields).map(
    ([name, value]) => `<${name}>${escapeHtml(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>${elements.join("")}</oembed>`;
}
