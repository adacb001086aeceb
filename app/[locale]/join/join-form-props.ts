import type { JoinLinks } from "@/app/[locale]/join/join-form";
import { getDeclaration } from "@/lib/content/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/translator";

/** What the join form needs of its page, whatever stands in it. */
export async function joinFormProps(locale: Locale) {
  const { join, errors, checklist, site } = messagesOf(locale);
  const { version } = await getDeclaration(locale);
  const links: JoinLinks = {
    join: href(locale, "/join"),
    joining: href(locale, "/joining"),
    contact: href(locale, "/contact"),
    declaration: href(locale, "/declaration"),
  };
  return {
    locale,
    messages: { join, errors, checklist },
    links,
    siteName: site.name,
    declarationVersion: version,
  };
}
