import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "refused.sentTooMuch");
  return { title: t("title"), robots: { index: false } };
}

/** Shown where somebody sends more than any form of this site takes: see `lib/front/help-pages.ts`. */
export default async function SentTooMuchPage() {
  const locale = await currentLocale();
  const t = translator(locale, "refused.sentTooMuch");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ButtonLink look="secondary" href={href(locale, "/")}>
        {translator(locale, "error")("home")}
      </ButtonLink>
    </>
  );
}
