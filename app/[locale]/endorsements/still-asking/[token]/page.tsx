import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { answer } from "@/app/[locale]/endorsements/still-asking/[token]/actions";
import { currentLocale } from "@/app/[locale]/locale";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { findSpotCheckQuestion, lastMomentOf } from "@/lib/endorsements/spot-check/queries";
import { translator } from "@/lib/i18n/translator";

type Props = { params: Promise<{ token: string }> };

const findOnce = cache(findSpotCheckQuestion);

const load = async ({ params }: Props) => {
  const { token } = await params;
  return { token, ...((await findOnce(token)) ?? notFound()) };
};

/** The address is a secret, as that of the endorsement's own page. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { cityName: city } = await load(props);
  const t = translator(await currentLocale(), "spotCheck");
  return {
    title: t("title", { city }),
    description: t("description"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

/** Only its buttons answer: a link that is opened says nothing. */
export default async function StillAskingPage(props: Props) {
  const { token, cityName: city, closesAt } = await load(props);
  const locale = await currentLocale();
  const t = translator(locale, "spotCheck");
  const date = lastMomentOf(closesAt);
  if (closesAt <= new Date())
    return <PageHeader title={t("closedTitle")} lead={t("closed", { city, date })} />;
  return (
    <>
      <PageHeader title={t("title", { city })} lead={t("lead", { city })} />
      <form action={answer} className="max-w-2xl space-y-6">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <p className="flex flex-wrap gap-3">
          <Button name="answer" value="stillAsks">
            {t("yes", { city })}
          </Button>
          <Button name="answer" value="withdraws" variant="danger">
            {t("no")}
          </Button>
        </p>
        <p>{t("what", { city })}</p>
        <p className="text-ink-soft">{t("until", { date })}</p>
      </form>
    </>
  );
}
