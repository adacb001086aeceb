import { writeMoment } from "@/components/review/words";

type FailedMail = { id: string; recipient: string; subject: string; applicationId: string | null; lastError: string | null; failedAt: Date | null };

/** Mails that nobody got. Whoever they were for must be reached another way. */
export function FailedMails({ mails }: { mails: FailedMail[] }) {
  if (mails.length === 0) return null;
  return (
    <details className="mb-4 max-w-3xl rounded-md border-s-8 border-danger bg-danger-soft px-4 py-2">
      <summary className="cursor-pointer py-1 font-bold">{mails.length === 1 ? "One mail could not be delivered" : `${mails.length} mails could not be delivered`}</summary>
      <ul className="mt-1 space-y-2 pb-1">
        {mails.map(({ id, recipient, subject, applicationId, lastError, failedAt }) => (
          <li key={id}>
            “{applicationId ? <a href={`/admin/applications/${applicationId}`}>{subject}</a> : subject}” to {recipient}
            {failedAt ? `, given up on ${writeMoment(failedAt)}` : null}
            {lastError ? <span className="block text-ink-soft">{lastError}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
