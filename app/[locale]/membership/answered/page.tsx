import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { PageHeader } from "@/components/ui/page-header";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "membershipPage.saved");
  return { title: t("title"), robots: { index: false } };
}

/** For a contact whose own link ends with what they have saved. */
export default async function AnsweredPage() {
  const t = translator(await currentLocale(), "membershipPage.saved");
  return <PageHeader title={t("title")} lead={t("text")} />;
}
