import { NameWall } from "@/components/cities/name-wall";
import type { PublishedSignatory } from "@/lib/cities/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; signatories: readonly PublishedSignatory[] };

export function SignedBy({ locale, signatories }: Props) {
  const t = translator(locale, "declarationPage");
  const founders = signatories.filter(({ isFounder }) => isFounder);
  const others = signatories.filter(({ isFounder }) => !isFounder);
  return (
    <section aria-labelledby="signed-by" className="mt-16 print:mt-6">
      <h2 id="signed-by" className="mb-8 text-3xl print:mb-3 print:text-xl">
        {t("wallTitle", { count: signatories.length })}
      </h2>
      <Group locale={locale} title={t("founders")} cities={founders} />
      <Group locale={locale} title={t("others")} cities={others} />
    </section>
  );
}

function Group({
  locale,
  title,
  cities,
}: {
  locale: Locale;
  title: string;
  cities: readonly PublishedSignatory[];
}) {
  if (cities.length === 0) return null;
  return (
    <div className="mt-6 border-t border-line pt-4 sm:mt-8">
      <h3 className="mb-4 text-base/snug font-normal text-ink-soft print:mb-1">{title}</h3>
      <NameWall locale={locale} cities={cities} />
    </div>
  );
}
