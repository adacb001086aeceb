import { SmallButton } from "@/components/staff-ui/small-button";
import { formatMoment } from "@/components/review/labels";

type FailedMail = {
  id: string;
  kind: string;
  recipient: string;
  subject: string;
  applicationId: string | null;
  lastError: string | null;
  failedAt: Date | null;
};

type Props = { mails: FailedMail[]; sendAgain: (form: FormData) => Promise<void> };

/**
 * Mails that nobody got: they are sent once more, or whoever they were for is reached another way.
 */
export function FailedMails({ mails, sendAgain }: Props) {
  if (mails.length === 0) return null;
  return (
    <details className="mb-3 max-w-4xl rounded-md border-s-8 border-danger bg-danger-soft px-4 py-1">
      <summary className="cursor-pointer py-1 font-bold">
        {mails.length === 1
          ? "One mail could not be delivered"
          : `${mails.length} mails could not be delivered`}
      </summary>
      <ul className="divide-y divide-line-soft">
        {mails.map(({ id, kind, recipient, subject, applicationId, lastError, failedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
            <p className="min-w-0 grow basis-80 wrap-anywhere">
              “
              {applicationId ? (
                <a href={`/admin/applications/${applicationId}`}>{subject}</a>
              ) : (
                subject
              )}
              ” to {recipient}
              {failedAt ? `, given up on ${formatMoment(failedAt)}` : null}
              {lastError ? <span className="block text-ink-soft">{lastError}</span> : null}
            </p>
            {/* A link to sign in has expired long before its mail fails. */}
            {kind.startsWith("staff.sign_in") ? null : (
              <form action={sendAgain}>
                <input type="hidden" name="mail" value={id} />
                <SmallButton>
                  Send again<span className="sr-only"> to {recipient}</span>
                </SmallButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
