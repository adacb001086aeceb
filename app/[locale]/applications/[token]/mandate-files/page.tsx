import { redirect } from "next/navigation";
import {
  getApplication,
  secretPageMetadata,
  type TokenParams,
} from "@/app/[locale]/applications/[token]/application";
import { statusHref } from "@/app/[locale]/applications/[token]/status-href";
import { addFile, removeFile } from "@/app/[locale]/applications/[token]/mandate-files/actions";
import { currentLocale } from "@/app/[locale]/locale";
import { titlesOfForm } from "@/app/[locale]/metadata";
import { AddedFiles } from "@/components/applications/added-files";
import {
  MandateFileForm,
  type MandateFileProblem,
} from "@/components/applications/mandate-file-form";
import { FormTitle } from "@/components/ui/form-title";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { maxFiles } from "@/lib/applications/files/file-limits";
import { undecidedStates } from "@/lib/applications/review/decisions";
import { translator } from "@/lib/i18n/translator";

// The form names its page itself, with errors or without.
export const generateMetadata = async (props: TokenParams) => ({
  ...(await secretPageMetadata(props)),
  title: null,
});

type Props = TokenParams & {
  searchParams: Promise<{ done?: string | string[]; problem?: string | string[] }>;
};

const problems = [
  "missing",
  "tooLarge",
  "unknownFormat",
  "damaged",
  "tooManyPixels",
  "tooMany",
  "tooManyToday",
] as const satisfies readonly MandateFileProblem[];

export default async function DocumentPage({ params, searchParams }: Props) {
  const { token } = await params;
  const locale = await currentLocale();
  const { state, city, mandateFiles } = await getApplication(token);
  if (!undecidedStates.includes(state)) redirect(statusHref(locale, token));

  const query = await searchParams;
  const problem = problems.find((each) => each === query.problem);
  const done = (["added", "removed"] as const).find((each) => each === query.done);
  const t = translator(locale, "mandateFiles");
  const title = t("metaTitle", { city: city.name });
  const hidden = { locale, token };
  return (
    <>
      <FormTitle titles={titlesOfForm(locale, title)} hasErrors={problem !== undefined} />
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="max-w-2xl space-y-8">
        {done ? (
          <Notice variant="success" role="status">
            <p>{t(done)}</p>
          </Notice>
        ) : null}
        {mandateFiles.length < maxFiles || problem ? (
          <MandateFileForm locale={locale} problem={problem} action={addFile} hidden={hidden} />
        ) : (
          <p>{t("problems.tooMany", { most: maxFiles })}</p>
        )}
        {mandateFiles.length > 0 ? (
          <AddedFiles locale={locale} files={mandateFiles} action={removeFile} hidden={hidden} />
        ) : null}
        <p>
          {state === "changes_requested"
            ? t.rich("thenAnswer", {
                link: (text) => <a href={statusHref(locale, token, "/correct")}>{text}</a>,
              })
            : t.rich("back", { link: (text) => <a href={statusHref(locale, token)}>{text}</a> })}
        </p>
      </div>
    </>
  );
}
