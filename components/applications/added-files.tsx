import { HiddenFields } from "@/components/ui/hidden-fields";
import { Button } from "@/components/ui/button";
import { formatMegabytes } from "@/lib/applications/files/file-size";
import type { ApplicantsView } from "@/lib/applications/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  files: ApplicantsView["mandateFiles"];
  action: (form: FormData) => Promise<void>;
  hidden: Readonly<Record<string, string>>;
};

/** By their names alone: only staff can open them. */
export function AddedFiles({ locale, files, action, hidden }: Props) {
  const t = translator(locale, "mandateFiles");
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t("files")}</h2>
      <ul className="mt-3 divide-y divide-line-soft border-y border-line-soft">
        {files.map(({ id, name, format, byteCount }, index) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span id={`file-${index}`} className="min-w-0 wrap-anywhere">
              <bdi>{name || t("unnamed", { number: index + 1 })}</bdi>{" "}
              <span className="text-ink-soft">
                {t("size", { format, size: formatMegabytes(locale, byteCount) })}
              </span>
            </span>
            <form action={action}>
              <HiddenFields values={{ ...hidden, fileId: id }} />
              <Button variant="secondary" aria-describedby={`file-${index}`}>
                {t("remove")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
