import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

// The pages that the front door shows where it lets nothing in: see `lib/front/pages/help-pages.ts`.

type Refusal = "sentFromElsewhere" | "sentTooMuch" | "sentTooSlowly";

export async function refusalMetadata(refusal: Refusal): Promise<Metadata> {
  const t = translator(await currentLocale(), `refused.${refusal}`);
  return { title: t("title"), robots: { index: false } };
}

export async function RefusalPage({ refusal }: { refusal: Refusal }) {
  const locale = await currentLocale();
  const t = translator(locale, `refused.${refusal}`);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ButtonLink variant="secondary" href={href(locale, "/")}>
        {translator(locale, "error")("home")}
      </ButtonLink>
    </>
  );
}
