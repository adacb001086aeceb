import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { agree, decline } from "@/app/[locale]/applications/colleague/[token]/actions";
import { currentLocale } from "@/app/[locale]/locale";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { PageHeader } from "@/components/ui/page-header";
import { retentionDays } from "@/lib/applications/receipt";
import { findInvitation } from "@/lib/applications/second-contact/commands";
import { translator } from "@/lib/i18n/translator";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

// The address is a secret: see the page of an application.
export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "secondContact");
  return {
    title: t("metaTitle"),
    description: t("description"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

/** Only the buttons do something: a link that is opened agrees to nothing. */
export default async function ColleaguePage({ params, searchParams }: Props) {
  const { token } = await params;
  const locale = await currentLocale();
  const t = translator(locale, "secondContact");
  const invitation = await findInvitation(token);
  if (!invitation && (await searchParams).done === "removed")
    return <PageHeader title={t("removedTitle")} lead={t("removed")} />;
  const { application, agreedAt } = invitation ?? notFound();
  const city = application.city.name;
  return (
    <>
      <PageHeader
        eyebrow={translator(locale, "status")("reference", { reference: application.reference })}
        title={t("title", { city })}
        lead={agreedAt ? t("agreed") : t("lead", { city })}
      />
      <div className="max-w-2xl space-y-6">
        <p>{t("keeps", { days: retentionDays.unconfirmed })}</p>
        <div className="flex flex-wrap gap-3">
          <form action={agree}>
            <HiddenFields values={{ locale, token }} />
            <Button>{agreedAt ? t("open") : t("agree")}</Button>
          </form>
          <form action={decline}>
            <HiddenFields values={{ locale, token }} />
            <Button variant="danger">{t("decline")}</Button>
          </form>
        </div>
      </div>
    </>
  );
}
