import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { logoSize, shownLogos } from "@/lib/press/logos";

/** Paper has no dark ground. */
const grounds = { light: "bg-[#fff]", dark: "bg-night print:hidden" } as const;

/** The logo as it stands on light and on dark ground, in either theme. */
export function LogoSamples({ locale }: { locale: Locale }) {
  const t = translator(locale, "press");
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {shownLogos.map(({ ground, address }) => (
        <li
          key={ground}
          className={`border border-line forced-color-adjust-none ${grounds[ground]}`}
        >
          <img
            src={address}
            {...logoSize}
            alt={t("logoAlt", { ground })}
            className="h-auto w-full"
          />
        </li>
      ))}
    </ul>
  );
}
