import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SignatoryFilter } from "@/lib/cities/schema";

type Props = { locale: Locale; filter: SignatoryFilter; page: number; pages: number };

/** The ways to the pages of the list before and after this one. */
export function PageTurner({ locale, filter, page, pages }: Props) {
  if (pages < 2) return null;
  const t = translator(locale, "cities");
  const address = (number: number) => {
    const asked = Object.entries<unknown>({ ...filter, page: number }).filter(([, value]) => value !== undefined);
    return `${href(locale, "/cities")}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()}`;
  };
  return (
    <nav aria-label={t("pages")} className="mt-8 flex flex-wrap items-baseline gap-x-8 gap-y-2 border-t-2 border-ink pt-4">
      <p className="grow">{t("page", { page, pages })}</p>
      {page > 1 ? (
        <a href={address(page - 1)} rel="prev" className="py-1 font-bold">
          {t("previousPage")}
        </a>
      ) : null}
      {page < pages ? (
        <a href={address(page + 1)} rel="next" className="py-1 font-bold">
          {t("nextPage")}
        </a>
      ) : null}
    </nav>
  );
}
