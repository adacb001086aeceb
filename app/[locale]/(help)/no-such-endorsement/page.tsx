import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { PageHeader } from "@/components/ui/page-header";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "noSuchEndorsement");
  return { title: t("title"), robots: { index: false } };
}

/**
 * Shown where a link from a mail leads to no endorsement, or to none any more: see
 * `lib/front/pages/help-pages.ts`.
 */
export default async function NoSuchEndorsementPage() {
  const locale = await currentLocale();
  const t = translator(locale, "noSuchEndorsement");
  const link = (path: "/endorse/ask" | "/contact") => (text: ReactNode) => (
    <a href={href(locale, path)}>{text}</a>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("text")} />
      <p>{t.rich("ways", { ask: link("/endorse/ask"), contact: link("/contact") })}</p>
    </>
  );
}
