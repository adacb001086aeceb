import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { PageHeader } from "@/components/ui/page-header";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "membershipPage.unknown");
  return { title: t("title"), robots: { index: false } };
}

/** Shown where a link from a mail leads to no member: see `lib/front/pages/help-pages.ts`. */
export default async function NoSuchMembershipPage() {
  const locale = await currentLocale();
  const t = translator(locale, "membershipPage.unknown");
  const contact = (text: ReactNode) => <a href={href(locale, "/contact")}>{text}</a>;
  return (
    <>
      <PageHeader title={t("title")} lead={t("text")} />
      <p>{t.rich("way", { contact })}</p>
    </>
  );
}
