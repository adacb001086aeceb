import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { MailAddress } from "@/components/ui/mail-address";
import { PageHeader } from "@/components/ui/page-header";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { contactAddress } from "@/lib/mail/contact-address";

const destinations = ["cities", "endorse", "declaration", "news", "home"] as const;

/** For a page that does not exist: where to go, and whom to tell. */
export function NextLinks({ locale }: { locale: Locale }) {
  const t = translator(locale, "notFound");
  const address = contactAddress();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <search>
        <form
          method="get"
          action={href(locale, "/cities")}
          className="mb-10 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,36rem)_auto]"
        >
          <TextField
            name="query"
            type="search"
            label={t("citySearch")}
            hint={t("citySearchHint")}
            maxLength={100}
            autoComplete="off"
          />
          <Button variant="secondary" className="justify-self-start">
            {t("search")}
          </Button>
        </form>
      </search>
      <h2>{t("hints")}</h2>
      <ul className="mt-4 max-w-3xl divide-y divide-line-soft border-y border-line-soft">
        {destinations.map((way) => (
          <li key={way} className="grid items-baseline gap-x-8 py-3 sm:grid-cols-[14rem_1fr]">
            <a
              href={href(locale, way === "home" ? "/" : `/${way}`)}
              className="justify-self-start py-0.5 font-bold"
            >
              {t(way)}
            </a>
            <span>{t(`${way}Hint`)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-8 max-w-text">
        {t.rich("contact", { address, mail: () => <MailAddress>{address}</MailAddress> })}
      </p>
    </>
  );
}
