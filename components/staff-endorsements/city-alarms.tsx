import { formatMoment } from "@/components/review/labels";
import { formatNumber } from "@/components/staff-ui/format-number";
import { SmallButton } from "@/components/staff-ui/small-button";
import type { OpenAlarm } from "@/lib/endorsements/abuse/city-alarm-queries";

/** Each with its region and country, and the address of its held ones. */
type Alarm = OpenAlarm & { whereabouts: string; heldAddress: string };
type Props = { alarms: Alarm[]; action: (form: FormData) => Promise<void> };

/** Cities whose further endorsements are held, and why. */
export function CityAlarms({ alarms, action }: Props) {
  return (
    <ul className="max-w-4xl divide-y divide-line-soft border-y border-line-soft leading-snug">
      {alarms.map((alarm) => (
        <li
          key={alarm.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2"
        >
          <div className="min-w-0">
            <p>
              <strong>{alarm.name}</strong>{" "}
              <span className="text-ink-soft">{alarm.whereabouts}</span>
            </p>
            <p>
              {reasonOf(alarm)} Further endorsements are held since {formatMoment(alarm.raisedAt)}:{" "}
              <a href={alarm.heldAddress} className="inline-block py-0.5">
                {formatNumber(alarm.held)} held
              </a>
              .
            </p>
          </div>
          <form action={action}>
            <input type="hidden" name="alarm" value={alarm.id} />
            <SmallButton>
              End the alarm<span className="sr-only">: {alarm.name}</span>
            </SmallButton>
          </form>
        </li>
      ))}
    </ul>
  );
}

const reasonOf = ({ reason, count, population }: OpenAlarm): string =>
  reason === "city_share"
    ? `${formatNumber(count)} of ${formatNumber(population)} people ask.`
    : `${formatNumber(count)} asked within an hour, far more than usual.`;
