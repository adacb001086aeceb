import type { ReviewState } from "@/components/review/review-state";

/** The email as it goes out, word for word. Whoever presses the button below has seen it. */
export function MailPreview({ preview }: { preview: NonNullable<ReviewState["preview"]> }) {
  const { kind, to, subject, text, language, digest, isChanged } = preview;
  return (
    <section aria-labelledby={`${kind}-preview`} className="rounded-md border-2 border-line p-3">
      <h3 id={`${kind}-preview`} className="font-bold">
        The email
      </h3>
      <p role="status" className="text-ink-soft">
        {isChanged ? "It has changed since you saw it. " : null}
        Nothing is sent yet. In place of “…” stands a link of the applicant’s own.
      </p>
      <input type="hidden" name={`${kind}-previewed`} value={digest} />
      <p className="mt-2 wrap-anywhere">
        <span className="font-bold">To:</span> <bdi>{to}</bdi>
      </p>
      <p className="wrap-anywhere">
        <span className="font-bold">Subject:</span> <bdi {...language}>{subject}</bdi>
      </p>
      <p
        {...language}
        className="mt-2 border-t border-line-soft pt-2 wrap-anywhere whitespace-pre-wrap"
      >
        {text}
      </p>
    </section>
  );
}
