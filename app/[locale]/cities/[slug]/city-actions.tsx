import { ActionList } from "@/components/actions/action-list";
import { listActions } from "@/lib/actions/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; city: { slug: string; name: string } };

export async function CityActions({ locale, city }: Props) {
  const actions = await listActions(locale, { city: city.slug });
  if (actions.length === 0) return null;
  const t = translator(locale, "actions");
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{t("ofCity", { city: city.name })}</h2>
      <p className="mt-3 mb-6 max-w-text text-ink-soft">{t("ofCityLead")}</p>
      <ActionList locale={locale} actions={actions} isOfOneCity />
      <p className="mt-6">
        <a href={href(locale, "/actions")} className="inline-block py-1">
          {t("allCities")}
        </a>
      </p>
    </section>
  );
}
