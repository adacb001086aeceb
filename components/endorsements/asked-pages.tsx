import type { AskedFilter } from "@/lib/endorsements/asked-filter";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; filter: AskedFilter; page: number; pages: number };

/** The ways to the pages of the list before and after this one. */
export function AskedPages({ locale, filter, page, pages }: Props) {
  if (pages < 2) return null;
  const t = translator(locale, "asked");
  const address = (number: number) => `${href(locale, "/asked")}?${new URLSearchParams({ ...filter, page: String(number) })}`;
  return (
    <nav aria-label={t("pages")} className="mt-8 flex max-w-4xl flex-wrap items-baseline gap-x-8 gap-y-2 border-t-2 border-ink pt-4">
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
