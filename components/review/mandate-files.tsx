import { formatMegabytes } from "@/lib/applications/files/file-size";
import { defaultLocale } from "@/lib/i18n/locales";
import type { ReviewedApplication } from "@/lib/applications/review/review-queries";

/** Links that download: a browser opens nothing of what a stranger has sent. */
export function MandateFiles({
  application: { id, mandateFiles },
}: {
  application: ReviewedApplication;
}) {
  return (
    <ul>
      {mandateFiles.map((file, index) => (
        <li key={file.id}>
          <a
            href={`/admin/applications/${id}/files/${file.id}`}
            download
            className="inline-block py-0.5"
          >
            Download file {index + 1}
          </a>{" "}
          <span className="text-ink-soft">
            {file.format.toUpperCase()}, {formatMegabytes(defaultLocale, file.byteCount)}
            {file.name ? (
              <>
                , sent as <bdi>{file.name}</bdi>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
