import { formatDay } from "@/components/review/labels";
import type { StaffReconfirmation } from "@/lib/members/reconfirmation-queries";

/** When the city was asked whether it still is a member, and what came of it. */
export function ReconfirmationList({ asked }: { asked: readonly StaffReconfirmation[] }) {
  if (asked.length === 0) return <p className="text-ink-soft">It was never asked so far.</p>;
  return (
    <ul className="space-y-2 leading-snug">
      {asked.map((each) => (
        <li key={each.id}>
          Asked on {formatDay(each.askedAt)}
          {each.remindedAt ? `, reminded on ${formatDay(each.remindedAt)}` : null}.{" "}
          {outcomeOf(each)}
        </li>
      ))}
    </ul>
  );
}

function outcomeOf(asked: StaffReconfirmation): string {
  const { dueAt, reachedAt, answeredAt, lapsedAt, closedAt } = asked;
  const lapsed = lapsedAt ? `Put on hold on ${formatDay(lapsedAt)}. ` : "";
  if (answeredAt) return `${lapsed}Confirmed on ${formatDay(answeredAt)}.`;
  if (closedAt) return `${lapsed}Given up on ${formatDay(closedAt)}.`;
  if (lapsed) return `${lapsed}No answer yet.`;
  const due = `The answer is due on ${formatDay(dueAt)}.`;
  return reachedAt ? due : `${due} No email has been delivered yet, so nothing happens then.`;
}
