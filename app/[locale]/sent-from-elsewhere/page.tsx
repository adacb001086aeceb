import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "refused.sentFromElsewhere");
  return { title: t("title"), robots: { index: false } };
}

/** Shown where a form of another site posts to this one: see `lib/front/help-pages.ts`. */
export default async function SentFromElsewherePage() {
  const locale = await currentLocale();
  const t = translator(locale, "refused.sentFromElsewhere");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ButtonLink look="secondary" href={href(locale, "/")}>
        {translator(locale, "error")("home")}
      </ButtonLink>
    </>
  );
}
