import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  /** Address of the list, without its query. */
  address: string;
  filter: Readonly<Record<string, string | number | undefined>>;
  /** From 1. */
  page: number;
  pages: number;
};

export function Pagination({ locale, address, filter, page, pages }: Props) {
  if (pages < 2) return null;
  const t = translator(locale, "pagination");
  const addressOf = (number: number) => {
    const parameters = Object.entries<string | number | undefined>({
      ...filter,
      page: number,
    }).filter(([, value]) => value !== undefined);
    return `${address}?${new URLSearchParams(parameters.map(([name, value]) => [name, String(value)])).toString()}`;
  };
  return (
    <nav
      aria-label={t("label")}
      className="mt-8 flex flex-wrap items-baseline gap-x-8 gap-y-2 border-t-2 border-ink pt-4"
    >
      <p className="grow">{t("position", { page, pages })}</p>
      {page > 1 ? (
        <a href={addressOf(page - 1)} rel="prev" className="py-1 font-bold">
          {t("previous")}
        </a>
      ) : null}
      {page < pages ? (
        <a href={addressOf(page + 1)} rel="next" className="py-1 font-bold">
          {t("next")}
        </a>
      ) : null}
    </nav>
  );
}
