import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";
import { getDeclaration } from "@/lib/content/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export async function formatPressText(
  locale: Locale,
  city: SignatoryDates & { name: string },
): Promise<string[]> {
  const t = translator(locale, "pressKit");
  const { principles } = await getDeclaration(locale);
  const list = principles.map((title, index) => `${index + 1}. ${title}`).join("\n");
  return [
    t("joined", { city: city.name, ...signatoryDateOf(city) }),
    `${t("principles", { city: city.name })}\n${list}`,
    translator(locale, "press")("medium"),
  ];
}
