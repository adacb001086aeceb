import { embedAddress, embedSize, type EmbedSubject } from "@/lib/embed/address";
import type { Ground } from "@/lib/embed/grounds";
import { siteUrl } from "@/lib/env";
import { escapeHtml } from "@/lib/escape-html";
import type { Locale } from "@/lib/i18n/locales";

// HTML for other pages. It has no scripts, and the browser of a visitor does not tell this site
// which page it is on.

export type Snippet = {
  locale: Locale;
  subject: EmbedSubject;
  ground: Ground;
  /** What it is, as long as what it says may change. */
  title: string;
};

const size = `width="${embedSize.width}" height="${embedSize.height}"`;

export function frameSnippet({ title, ...embed }: Snippet): string {
  const address = addressOf(embed, "frame");
  return `<iframe src="${address}" title="${escapeHtml(title)}" ${size} loading="lazy" referrerpolicy="no-referrer" sandbox="allow-top-navigation-by-user-activation" style="border:0"></iframe>`;
}

/** @param page where the picture leads to */
export function pictureSnippet({ title, ...embed }: Snippet, page: string): string {
  const address = addressOf(embed, "picture");
  return `<a href="${escapeHtml(page)}"><img src="${address}" alt="${escapeHtml(title)}" ${size} loading="lazy" referrerpolicy="no-referrer"></a>`;
}

const addressOf = (
  { locale, subject, ground }: Omit<Snippet, "title">,
  form: "frame" | "picture",
): string => escapeHtml(siteUrl() + embedAddress(locale, { subject, ground, form }));
