import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { PageHeader } from "@/components/ui/page-header";
import { mailsPerMailboxAndDay } from "@/lib/abuse/mail-budget";
import { retentionDays } from "@/lib/applications/receipt";
import { parseReference } from "@/lib/applications/reference";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "join.submitted");
  return {
    ...pageMetadata(locale, "/join/submitted", {
      title: t("title"),
      description: t("description"),
    }),
    robots: { index: false },
  };
}

export default async function SubmittedPage({
  searchParams,
}: {
  searchParams: Promise<{ reference?: string | string[] }>;
}) {
  const locale = await currentLocale();
  const t = translator(locale, "join.submitted");
  const { reference: given } = await searchParams;
  const reference = typeof given === "string" ? parseReference(given) : null;
  const link = (path: "/join" | "/contact") => (text: React.ReactNode) => (
    <a href={href(locale, path)}>{text}</a>
  );

  if (!reference)
    return <PageHeader title={t("title")} lead={t.rich("unknown", { link: link("/join") })} />;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="max-w-2xl space-y-8">
        <div className="rounded-md border-s-8 border-success bg-success-soft p-5">
          <p>{t("reference")}</p>
          <p className="text-2xl font-bold tracking-wide">{reference}</p>
          <p className="text-ink-soft">{t("referenceHint")}</p>
        </div>
        <section>
          <h2>{t("noMail")}</h2>
          <p className="mt-2">
            {t.rich("noMailText", {
              mails: mailsPerMailboxAndDay,
              days: retentionDays.unconfirmed,
              link: link("/contact"),
            })}
          </p>
        </section>
      </div>
    </>
  );
}
