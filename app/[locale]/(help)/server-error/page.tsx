import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { ButtonLink } from "@/components/ui/button";
import { MailAddress } from "@/components/ui/mail-address";
import { PageHeader } from "@/components/ui/page-header";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { contactAddress } from "@/lib/mail/contact-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "error");
  return { title: t("title"), robots: { index: false } };
}

/**
 * Shown at the address of a page that failed: see `lib/front/pages/help-pages.ts`. It needs nothing but
 * the messages.
 */
export default async function ServerErrorPage() {
  const locale = await currentLocale();
  const t = translator(locale, "error");
  const address = contactAddress();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="prose">
        <p>{t("reload")}</p>
        <p>{t("form")}</p>
        <p>{t.rich("contact", { address, mail: () => <MailAddress>{address}</MailAddress> })}</p>
      </div>
      <p className="mt-8">
        <ButtonLink variant="secondary" href={href(locale, "/")}>
          {t("home")}
        </ButtonLink>
      </p>
    </>
  );
}
