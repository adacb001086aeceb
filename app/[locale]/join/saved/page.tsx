import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { PageHeader } from "@/components/ui/page-header";
import { mailsPerMailboxAndDay } from "@/lib/abuse/mail-budget";
import { savedFormDays } from "@/lib/applications/saved-forms/saved-form-days";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "savedForm");
  return {
    ...pageMetadata(locale, "/join/saved", { title: t("title"), description: t("description") }),
    robots: { index: false },
  };
}

export default async function SavedPage() {
  const locale = await currentLocale();
  const t = translator(locale, "savedForm");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { days: savedFormDays })} />
      <section className="max-w-2xl">
        <h2>{t("noMail")}</h2>
        <p className="mt-2">
          {t.rich("noMailText", {
            mails: mailsPerMailboxAndDay,
            link: (text) => <a href={href(locale, "/contact")}>{text}</a>,
          })}
        </p>
      </section>
    </>
  );
}
