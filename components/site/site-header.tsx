import type { ComponentType } from "react";
import { Logo } from "@/components/site/logo";
import type { SectionLinkProps } from "@/components/site/section-link-props";
import { Stripe } from "@/components/site/stripe";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Where each leads, and what it is called in the messages. */
const links = [
  { path: "principles", text: "principles" },
  { path: "actions", text: "actions" },
  { path: "cities", text: "cities" },
  { path: "about", text: "about" },
  { path: "endorse/ask", text: "forResidents" },
  { path: "joining", text: "forCities" },
] as const;

type Props = {
  locale: Locale;
  /** Marks the section that is shown; only the app can know which. */
  SectionLink: ComponentType<SectionLinkProps>;
};

export function SiteHeader({ locale, SectionLink }: Props) {
  const t = translator(locale, "nav");
  const site = translator(locale, "site");
  const linkTo = (path: (typeof links)[number]["path"] | "endorse") => ({
    href: href(locale, `/${path}`),
    section: path,
  });
  return (
    <header className="print:border-b print:border-ink">
      <div className="night">
        <div className="mx-auto flex min-h-17 max-w-6xl flex-wrap items-center justify-between gap-x-8 px-4 sm:px-6">
          <a
            href={href(locale, "/")}
            className="flex max-w-fit flex-1 basis-40 items-center gap-3 py-2 text-ink no-underline hover:text-ink hover:underline"
          >
            <Logo className="h-9 w-auto shrink-0" />
            <span className="max-w-56 [line-height:1.25] font-bold text-balance xl:max-w-44">
              {site("name")}
            </span>
          </a>
          <button
            type="button"
            popoverTarget="menu"
            className="menu-button my-2 min-h-11 cursor-pointer rounded-md border-2 border-ink px-4 font-bold print:hidden"
          >
            {site("menu")}
          </button>
          <nav
            id="menu"
            popover="auto"
            aria-label={site("mainNavigation")}
            className="menu print:hidden"
          >
            <ul className="flex flex-col gap-x-5 xl:flex-row xl:items-center">
              {links.map(({ path, text }) => (
                <li key={path}>
                  <SectionLink
                    {...linkTo(path)}
                    className="inline-block py-3 text-xl font-bold text-ink no-underline decoration-4 underline-offset-8 hover:text-ink hover:underline aria-[current]:underline xl:py-2 xl:text-base xl:font-medium"
                  >
                    {t(text)}
                  </SectionLink>
                </li>
              ))}
              <li className="py-3 xl:py-0">
                <SectionLink
                  {...linkTo("endorse")}
                  className="inline-block rounded-md border-2 border-ink bg-ink px-4 py-2 font-bold text-night no-underline hover:bg-night hover:text-ink aria-[current]:bg-night aria-[current]:text-ink"
                >
                  {t("endorse")}
                </SectionLink>
              </li>
            </ul>
          </nav>
        </div>
      </div>
      <Stripe />
    </header>
  );
}
