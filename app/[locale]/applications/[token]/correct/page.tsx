import { redirect } from "next/navigation";
import { CorrectionForm } from "@/app/[locale]/applications/[token]/correct/correction-form";
import {
  getApplication,
  secretPageMetadata,
  type TokenParams,
} from "@/app/[locale]/applications/[token]/application";
import { statusHref } from "@/app/[locale]/applications/[token]/status-href";
import { currentLocale } from "@/app/[locale]/locale";
import { titlesOfForm } from "@/app/[locale]/metadata";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { answersOf } from "@/lib/applications/correction";
import { messagesOf, translator } from "@/lib/i18n/translator";

// The form names its page itself, with errors or without.
export const generateMetadata = async (props: TokenParams) => ({
  ...(await secretPageMetadata(props)),
  title: null,
});

export default async function CorrectPage({ params }: TokenParams) {
  const { token } = await params;
  const locale = await currentLocale();
  const application = await getApplication(token);
  const { state, version, decisions } = application;
  if (state !== "submitted" && state !== "changes_requested") redirect(statusHref(locale, token));

  const t = translator(locale, "status");
  const { join, errors, checklist } = messagesOf(locale);
  const isAnswer = state === "changes_requested";
  const words = decisions[0]?.message;
  const title = isAnswer ? t("correct.titleWhenAsked") : t("correct.title");
  const headings = {
    contact: t("correct.contact"),
    mandate: t("correct.mandate"),
    checklist: t("correct.checklist"),
    save: isAnswer ? t("correct.send") : t("correct.save"),
    changedMeanwhile: t("correct.changedMeanwhile"),
  };
  return (
    <>
      <PageHeader title={title} lead={t("correct.lead")} />
      {isAnswer && words ? (
        <div className="mb-8">
          <Notice>
            <p className="font-bold">{t("changes_requested.introduction")}</p>
            <p className="whitespace-pre-line">{words}</p>
          </Notice>
        </div>
      ) : null}
      <p className="mb-8 max-w-2xl">
        {translator(locale, "mandateFiles").rich("fromCorrection", {
          link: (text) => <a href={statusHref(locale, token, "/mandate-files")}>{text}</a>,
        })}
      </p>
      <CorrectionForm
        locale={locale}
        token={token}
        messages={{ join, errors, checklist }}
        headings={headings}
        titles={titlesOfForm(
          locale,
          t("correct.metaTitle", { title, city: application.city.name }),
        )}
        initial={{
          answers: answersOf(application),
          version,
          errors: {},
          isOutdated: false,
          attempt: 0,
        }}
      />
      <p className="mt-8">
        <a href={statusHref(locale, token)}>{t("correct.back")}</a>
      </p>
    </>
  );
}
