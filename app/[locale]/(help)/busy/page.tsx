import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "busy");
  return { title: t("title"), robots: { index: false } };
}

/** Shown at the address of a page that cannot be made now: see `lib/front/pages/help-pages.ts`. */
export default async function BusyPage() {
  const t = translator(await currentLocale(), "busy");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {/* The address that was asked, whatever it is. */}
      <ButtonLink href="">{t("again")}</ButtonLink>
    </>
  );
}
