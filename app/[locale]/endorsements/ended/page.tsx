import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { PageHeader } from "@/components/ui/page-header";
import { endings } from "@/lib/endorsements/choices";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

type Props = { searchParams: Promise<{ ending?: string | string[] }> };

const parseEnding = async ({ searchParams }: Props) => {
  const { ending } = await searchParams;
  return endings.find((name) => name === ending) ?? "withdrawn";
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = translator(await currentLocale(), "endorseEnded");
  return {
    title: t(`titles.${await parseEnding(props)}`),
    description: t("description"),
    robots: { index: false },
  };
}

/** After an endorsement has ended. It knows of none: pressing the button twice leads here twice. */
export default async function EndedPage(props: Props) {
  const locale = await currentLocale();
  const ending = await parseEnding(props);
  const t = translator(locale, "endorseEnded");
  const home = (chunks: ReactNode) => <a href={href(locale, "/")}>{chunks}</a>;
  return (
    <>
      <PageHeader title={t(`titles.${ending}`)} lead={t(ending)} />
      <p>{t.rich("on", { home })}</p>
    </>
  );
}
