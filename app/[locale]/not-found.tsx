import { currentLocale } from "@/app/[locale]/locale";
import { NextLinks } from "@/components/site/next-links";
import { translator } from "@/lib/i18n/translator";

export default async function NotFoundPage() {
  const locale = await currentLocale();
  const t = translator(locale, "notFound");
  return (
    <>
      <title>{t("title")}</title>
      <NextLinks locale={locale} />
    </>
  );
}
