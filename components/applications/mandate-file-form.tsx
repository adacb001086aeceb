import { HiddenFields } from "@/components/ui/hidden-fields";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { maxFileMegabytes, maxFiles, maxFilesPerDay } from "@/lib/applications/files/file-limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Messages } from "use-intl/core";

export type MandateFileProblem = keyof Messages["mandateFiles"]["problems"];

type Props = {
  locale: Locale;
  problem: MandateFileProblem | undefined;
  action: (form: FormData) => Promise<void>;
  hidden: Readonly<Record<string, string>>;
};

/** One file at a time: a refused one takes no other with it. */
export function MandateFileForm({ locale, problem, action, hidden }: Props) {
  const t = translator(locale, "mandateFiles");
  const limits = { megabytes: maxFileMegabytes, most: maxFiles, perDay: maxFilesPerDay };
  const error = problem && t(`problems.${problem}`, limits);
  return (
    <form action={action} noValidate>
      <ErrorSummary
        title={translator(locale, "errors")("summaryTitle")}
        errors={error ? { file: error } : {}}
      />
      <HiddenFields values={hidden} />
      <TextField
        name="file"
        type="file"
        accept="application/pdf,image/png,image/jpeg,image/webp"
        label={t("label")}
        hint={t("hint", limits)}
        error={error}
      />
      <Button className="mt-4">{t("add")}</Button>
    </form>
  );
}
