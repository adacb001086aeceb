import { formatDay } from "@/components/review/labels";
import { nameOf } from "@/components/staff-endorsements/endorsement-labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import { minShown } from "@/lib/endorsements/counts/shown-count";
import { answerDays, restDays } from "@/lib/endorsements/spot-check/spot-check-days";
import type { ListedSpotCheck } from "@/lib/endorsements/spot-check/queries";

type Props = {
  cityId: number;
  /** Newest first. */
  checks: ListedSpotCheck[];
  /** How many a check begun now would ask. */
  drawable: number;
  action: (form: FormData) => Promise<void>;
};

/** Residents are asked once more before the dossier goes to a council. */
export function SpotChecks({ cityId, checks, drawable, action }: Props) {
  return (
    <div className="space-y-3 leading-snug">
      <p className="text-ink-soft">
        Before the dossier goes to a council, ask residents once more. They are drawn by lot from
        those who agreed to emails and were not drawn for {restDays} days. They have {answerDays}{" "}
        days. The dossier then shows the result.
      </p>
      {checks.some(({ isUnderWay }) => isUnderWay) ? null : (
        <StartForm cityId={cityId} drawable={drawable} action={action} />
      )}
      {checks.length > 0 ? (
        <ul className="divide-y divide-line-soft border-y border-line-soft">
          {checks.map((check) => (
            <Check key={check.id} {...check} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function StartForm({ cityId, drawable, action }: Omit<Props, "checks">) {
  if (drawable < minShown)
    return (
      <p>
        {drawable} can be drawn now. At least {minShown} are needed, or the result would say too
        much of each.
      </p>
    );
  return (
    <form action={action}>
      <input type="hidden" name="cityId" value={cityId} />
      <SmallButton>Ask {drawable} residents by email</SmallButton>
    </form>
  );
}

const Check = ({ asked, answered, confirmed, from, until, staff, isUnderWay }: ListedSpotCheck) => (
  <li className="py-2">
    <p>
      Of {asked} asked, {answered} answered, {confirmed} still ask.
    </p>
    <p className="text-ink-soft">
      {formatDay(from)} to {formatDay(until)}
      {isUnderWay ? ", under way" : null}, started by <bdi>{nameOf(staff)}</bdi>
    </p>
  </li>
);
