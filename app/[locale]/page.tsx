import { currentLocale } from "@/app/[locale]/locale";
import { translator } from "@/lib/i18n/translator";

export default async function HomePage() {
  const t = translator(await currentLocale(), "site");
  return <h1>{t("name")}</h1>;
}
