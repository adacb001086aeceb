import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { titlesOfForm } from "@/app/[locale]/metadata";
import { BreakableAddress } from "@/components/ui/breakable-address";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { mailsPerMailboxAndDay } from "@/lib/abuse/mail-budget";
import { endorseHref } from "@/lib/endorsements/addresses";
import { findSentView, type SentView } from "@/lib/endorsements/pages/sent-page";
import { describeReasons } from "@/lib/endorsements/reasons";
import { unconfirmedHours } from "@/lib/endorsements/retention/retention-periods";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { pageView } from "@/lib/process/page-view";

type Props = {
  params: Promise<{ statusKey: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const problems = ["malformed", "wrong", "tooManyTries", "unknown"] as const;

const findProblem = ({ problem }: Awaited<Props["searchParams"]>) =>
  problems.find((name) => name === problem);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "endorseSent");
  const titles = titlesOfForm(locale, t("title"));
  const title = { absolute: findProblem(await searchParams) ? titles.withErrors : titles.plain };
  return {
    title,
    description: t("description"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

/**
 * Takes the code of the mail. It is the same for an address that has endorsed before: only the mail
 * tells.
 */
export default async function SentPage({ params, searchParams }: Props) {
  const { statusKey } = await params;
  const question = await searchParams;
  const locale = await currentLocale();
  const to = typeof question.to === "string" ? question.to : "";
  const view = pageView<SentView>("sent") ?? (await findSentView(statusKey, to));
  if (!view) return <NothingToConfirm locale={locale} />;
  return <TakeCode locale={locale} view={view} problem={findProblem(question)} />;
}

type TakeCodeProps = {
  locale: Locale;
  view: SentView;
  problem?: (typeof problems)[number];
};

/** Its form is posted to the address of the page, by postCode(). */
function TakeCode({ locale, view, problem }: TakeCodeProps) {
  const t = translator(locale, "endorseSent");
  const { cityId, city, heldFor, statusKey, to, email } = view;
  const address = () => (
    <bdi className="font-bold wrap-anywhere text-ink">
      <BreakableAddress>{email ?? ""}</BreakableAddress>
    </bdi>
  );
  const errors = problem ? { code: t(`problems.${problem}`) } : undefined;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={email ? t.rich("leadWithAddress", { city, email, address }) : t("lead", { city })}
      />
      <div className="max-w-2xl space-y-8">
        <ErrorSummary title={t("problems.summaryTitle")} errors={errors ?? {}} />
        {heldFor.length > 0 ? (
          <Notice variant="warning">
            <h2 className="text-xl sm:text-xl">{t("heldTitle")}</h2>
            <p>{t("held", { reasons: describeReasons(locale, heldFor) })}</p>
          </Notice>
        ) : null}
        <form method="post" className="space-y-5">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="statusKey" value={statusKey} />
          {email ? <input type="hidden" name="to" value={to} /> : null}
          <TextField
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            error={errors?.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            className="max-w-48! tracking-widest"
          />
          <Button>{t("confirm")}</Button>
        </form>
        <p>{t("link", { hours: unconfirmedHours })}</p>
        <section>
          <h2>{t("noMail")}</h2>
          <p className="mt-2">
            {t.rich("noMailText", {
              mails: mailsPerMailboxAndDay,
              again: (chunks) => <a href={endorseHref(locale, cityId)}>{chunks}</a>,
            })}
          </p>
          <p className="mt-2 text-ink-soft">{t("sameForAll")}</p>
        </section>
      </div>
    </>
  );
}

function NothingToConfirm({ locale }: { locale: Locale }) {
  const t = translator(locale, "endorseSent");
  const ask = (chunks: ReactNode) => <a href={href(locale, "/endorse/ask")}>{chunks}</a>;
  return (
    <PageHeader
      title={t("unknownTitle")}
      lead={t.rich("unknown", { hours: unconfirmedHours, ask })}
    />
  );
}
