import { listPrinciples } from "@/lib/content/queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Plain text, with gaps in square brackets for the names. */
export type CouncilLetter = { subject: string; paragraphs: string[] };

export async function formatCouncilLetter(locale: Locale): Promise<CouncilLetter> {
  const t = translator(locale, "endorse");
  const principles = await listPrinciples(locale);
  const titles = principles.map(({ number, title }) => t("principle", { number, title }));
  const address = (path: `/${string}`) => siteUrl() + href(locale, path);
  return {
    subject: t("subject"),
    paragraphs: [
      t("greeting"),
      t("ask"),
      [t("why"), ...titles].join("\n"),
      [
        t("how", { joining: address("/joining") }),
        t("text", { declaration: address("/declaration") }),
      ].join("\n"),
      t("answer"),
      t("signature"),
    ],
  };
}

/** Without a recipient: only the sender knows the council's address. */
export function mailtoOf({ subject, paragraphs }: CouncilLetter): string {
  const body = paragraphs.join("\n\n").replaceAll("\n", "\r\n");
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
