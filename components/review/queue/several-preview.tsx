import { SectionTitle } from "@/components/staff-ui/section-title";
import { formatCount } from "@/components/staff-ui/format-number";
import { Button, ButtonLink } from "@/components/ui/button";
import {
  formatQueueFilter,
  severalAddress,
  type QueueFilter,
} from "@/lib/applications/review/queue-filter";
import {
  daysBetweenReminders,
  type LeftOut,
  type Previewed,
} from "@/lib/applications/review/several";

type Action = (form: FormData) => Promise<void>;

type Props = {
  what: "assign" | "remind";
  previewed: readonly Previewed[];
  /** Whom they are given to. */
  to: { id: string; name: string } | undefined;
  filter: QueueFilter;
  assign: Action;
  remind: Action;
};

const reasons: Readonly<Record<NonNullable<LeftOut>, string>> = {
  notWaiting: "left as it is: it does not await review any more",
  theirsAlready: "left as it is: they have it already",
  notAsked: "left out: the applicant owes no answer any more",
  remindedLately: `left out: reminded in the last ${daysBetweenReminders} days`,
  noAddress: "left out: the applicant’s address is erased",
};

/** What will happen to which, and how many emails go out, before it does. */
export function SeveralPreview({ what, previewed, to, filter, assign, remind }: Props) {
  const affected = previewed.filter(({ leftOut }) => leftOut === null);
  const isPossible = affected.length > 0 && (what === "remind" || to);
  return (
    <section aria-labelledby="preview" className="max-w-3xl rounded-md border-2 border-ink p-4">
      <SectionTitle id="preview">{titleOf(what, affected.length, to?.name)}</SectionTitle>
      {isPossible ? (
        <p>
          {what === "assign"
            ? "No email goes out now. Their morning email lists what they have. It can be undone below."
            : `${formatCount(affected.length, "email goes", "emails go")} out. This cannot be undone.`}
        </p>
      ) : null}
      <ul className="my-2 list-disc space-y-0.5 ps-5 wrap-anywhere">
        {previewed.map(({ id, cityName, reference, holder, leftOut }) => (
          <li key={id}>
            <b>{cityName}</b> {reference}
            {what === "assign" && leftOut === null
              ? `: ${holder ? `taken over from ${holder}` : "nobody has it now"}`
              : null}
            {leftOut ? `: ${reasons[leftOut]}` : null}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {isPossible ? (
          <form action={what === "assign" ? assign : remind}>
            <input type="hidden" name="filter" value={formatQueueFilter(filter)} />
            {what === "assign" ? <input type="hidden" name="to" value={to?.id ?? ""} /> : null}
            {affected.map(({ id, holderId }) =>
              what === "assign" ? (
                <input key={id} type="hidden" name="seen" value={`${id}:${holderId ?? ""}`} />
              ) : (
                <input key={id} type="hidden" name="choose" value={id} />
              ),
            )}
            <Button>{what === "assign" ? "Give them" : "Send the reminders"}</Button>
          </form>
        ) : null}
        <ButtonLink variant="secondary" href={severalAddress(filter)}>
          Cancel
        </ButtonLink>
      </div>
    </section>
  );
}

function titleOf(what: Props["what"], count: number, to: string | undefined): string {
  if (count === 0) return what === "assign" ? "There is nothing to give" : "Nobody can be reminded";
  const many = formatCount(count, "application", "applications");
  return what === "assign"
    ? `Give ${many} to ${to ?? "nobody"}?`
    : `Remind the applicants of ${many}?`;
}
