import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { PageHeader } from "@/components/ui/page-header";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), "status.unknown")("title") };
}

export default async function UnknownLinkPage() {
  const locale = await currentLocale();
  const t = translator(locale, "status.unknown");
  return (
    <>
      <PageHeader title={t("title")} lead={t("text")} />
      <p>
        {t.rich("ways", {
          join: (text) => <a href={href(locale, "/join")}>{text}</a>,
          contact: (text) => <a href={href(locale, "/contact")}>{text}</a>,
        })}
      </p>
    </>
  );
}
