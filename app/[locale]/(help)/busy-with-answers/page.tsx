import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { placeOfAnswers } from "@/lib/front/pages/kept-answers";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "busy");
  return { title: t("titleWithAnswers"), robots: { index: false } };
}

/** Shown where a form cannot be read now: the front door puts its answers into hidden fields. */
export default async function BusyWithAnswersPage() {
  const t = translator(await currentLocale(), "busy");
  return (
    <>
      <PageHeader title={t("title")} lead={t("leadWithAnswers")} />
      <form method="post" encType="multipart/form-data">
        <input type="hidden" name={placeOfAnswers} />
        <Button>{t("sendAgain")}</Button>
      </form>
    </>
  );
}
