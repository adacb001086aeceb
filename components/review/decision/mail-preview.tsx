import { useRef } from "react";
import type { ReviewState } from "@/components/review/decision/review-state";
import { useFocus } from "@/components/ui/use-focus";

/**
 * The email as it goes out, word for word. It takes the focus, so that nobody who presses a key
 * twice sends it unread.
 */
export function MailPreview({ preview }: { preview: NonNullable<ReviewState["preview"]> }) {
  const { kind, to, subject, text, language, digest, isChanged } = preview;
  const title = useRef<HTMLHeadingElement>(null);
  useFocus(title, true, digest);
  return (
    <section aria-labelledby={`${kind}-preview`} className="rounded-md border-2 border-line p-3">
      <h3
        ref={title}
        id={`${kind}-preview`}
        tabIndex={-1}
        autoFocus
        className="font-bold outline-none"
      >
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
