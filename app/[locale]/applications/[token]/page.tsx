import {
  chooseDecision,
  confirm,
  removeColleague,
} from "@/app/[locale]/applications/[token]/actions";
import {
  getApplication,
  secretPageMetadata,
  type TokenParams,
} from "@/app/[locale]/applications/[token]/application";
import { statusHref } from "@/app/[locale]/applications/[token]/status-href";
import { currentLocale } from "@/app/[locale]/locale";
import { AppealStatus } from "@/components/applications/appeal-status";
import { ApplicationHistory } from "@/components/applications/application-history";
import { ApplicationStatus } from "@/components/applications/application-status";
import { ApplicationSummary } from "@/components/applications/application-summary";
import { DecisionVisibility } from "@/components/applications/decision-visibility";
import { formTexts } from "@/components/applications/form-texts";
import { Receipt } from "@/components/applications/receipt";
import { SecondContact } from "@/components/applications/second-contact";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import {
  countAhead,
  estimateReviewWait,
  findStanding,
  listApplicationEvents,
} from "@/lib/applications/queries";
import { appealableUntil } from "@/lib/applications/second-look/appeal-period";
import { summariseApplication } from "@/lib/applications/summary";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf, translator } from "@/lib/i18n/translator";
import { readSettings } from "@/lib/settings/queries";
import { hasPdf } from "@/lib/pdf/tagged-pdf";

export const generateMetadata = (props: TokenParams) => secretPageMetadata(props);

type Props = TokenParams & { searchParams: Promise<{ done?: string | string[] }> };

export default async function StatusPage({ params, searchParams }: Props) {
  const { token } = await params;
  const locale = await currentLocale();
  const application = await getApplication(token);
  const { done } = await searchParams;
  const t = translator(locale, "status");
  const { id, state, city, reference, confirmedAt } = application;
  const isOpen = state === "unconfirmed" || state === "submitted" || state === "changes_requested";

  const decline = state === "declined" ? application.decisions[0] : undefined;
  const appealUntil = decline && appealableUntil(decline.decidedAt, await readSettings());
  const standing = state === "unconfirmed" ? await findStanding(application.cityId) : "free";
  const wait =
    state === "submitted" && confirmedAt
      ? { workingDays: await estimateReviewWait(), ahead: await countAhead(confirmedAt) }
      : null;
  return (
    <>
      <PageHeader
        eyebrow={t("pageAndReference", {
          page: t("pageTitle", { city: city.name }),
          reference: t("reference", { reference }),
        })}
        title={t(`headings.${state}`, { city: city.name })}
      />
      <div className="max-w-2xl space-y-10">
        <ApplicationStatus
          application={application}
          standing={standing}
          wait={wait}
          done={done}
          locale={locale}
          correctHref={statusHref(locale, token, "/correct")}
        >
          <form action={confirm}>
            <Hidden locale={locale} token={token} />
            <Button>{t("unconfirmed.confirm")}</Button>
          </form>
        </ApplicationStatus>
        {decline && appealUntil ? (
          <AppealStatus
            locale={locale}
            decline={decline}
            until={appealUntil}
            isOpen={!application.erasedAt && appealUntil >= new Date()}
            isDone={done === "appealed"}
            appealHref={statusHref(locale, token, "/appeal")}
          />
        ) : null}
        <ApplicationHistory events={await listApplicationEvents(id)} locale={locale} />
        {isOpen ? (
          <section>
            <h2>{t("actions")}</h2>
            <ul className="mt-2 list-disc ps-5">
              {state === "submitted" ? (
                <li>
                  <a href={statusHref(locale, token, "/correct")} className="inline-block py-1">
                    {t("correctLink")}
                  </a>
                </li>
              ) : null}
              {state === "unconfirmed" ? null : (
                <li>
                  <a
                    href={statusHref(locale, token, "/mandate-files")}
                    className="inline-block py-1"
                  >
                    {translator(locale, "mandateFiles")("fromStatus")}
                  </a>
                </li>
              )}
              <li>
                <a href={statusHref(locale, token, "/withdraw")} className="inline-block py-1">
                  {t("withdrawLink")}
                </a>
              </li>
            </ul>
            <p className="mt-3 text-ink-soft">{t("link")}</p>
          </section>
        ) : null}
        {application.secondContact ? (
          <SecondContact
            locale={locale}
            contact={application.secondContact}
            action={removeColleague}
          >
            <Hidden locale={locale} token={token} />
          </SecondContact>
        ) : null}
        {state === "approved" ? (
          <DecisionVisibility
            locale={locale}
            isDecisionPublic={application.isDecisionPublic}
            action={chooseDecision}
          >
            <Hidden locale={locale} token={token} />
          </DecisionVisibility>
        ) : null}
        <ApplicationSummary
          locale={locale}
          summary={summariseApplication(locale, application)}
          pdfHref={hasPdf(locale) ? statusHref(locale, token, "/application.pdf") : null}
        />
        <Receipt texts={formTexts(locale, messagesOf(locale))} />
      </div>
    </>
  );
}

function Hidden({ locale, token }: { locale: Locale; token: string }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
    </>
  );
}
