import { Tag } from "@/components/staff-ui/tag";
import { formatNumber } from "@/components/staff-ui/format-number";
import { maxCounted, type Attention } from "@/lib/statistics/staff-overview";

type Item = {
  count: number;
  label: string;
  address: string;
  urgency?: { variant: "bad" | "amber"; text: string };
};

const alarmsAddress = "/admin/endorsements#alarms";
const alarmUrgency = { variant: "bad", text: "Alarm" } as const;

type Props = { attention: Attention; mayPublish: boolean };

/** What needs somebody today, the most urgent first. What there is none of is left out. */
export function AttentionList({ attention, mayPublish }: Props) {
  const items = itemsOf(attention, mayPublish).filter(({ count }) => count > 0);
  if (items.length === 0)
    return <p className="text-ink-soft">Nothing needs anybody now. The queue is empty.</p>;
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {items.map(({ count, label, address, urgency }) => (
        <li key={label} className="border-b border-line-soft">
          <a
            href={address}
            className="flex items-baseline gap-3 py-1.5 no-underline hover:underline"
          >
            <span className="min-w-14 shrink-0 text-end whitespace-nowrap text-lg font-bold tabular-nums">
              {formatNumber(count)}
              {count === maxCounted ? "+" : null}
            </span>{" "}
            <span>{label}</span>{" "}
            {urgency ? (
              <span className="shrink-0">
                <Tag variant={urgency.variant}>{urgency.text}</Tag>
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  );
}

function itemsOf(attention: Attention, mayPublish: boolean): Item[] {
  return [
    {
      count: attention.overdue,
      label: `${applications(attention.overdue)} waited too long`,
      address: "/admin?view=overdue",
      urgency: { variant: "bad", text: "Overdue" },
    },
    {
      count: attention.nearlyOverdue,
      label: `${applications(attention.nearlyOverdue)} will be overdue on the next working day`,
      address: "/admin",
      urgency: { variant: "amber", text: "Due soon" },
    },
    {
      count: attention.mine,
      label: `${applications(attention.mine)} that you have taken`,
      address: "/admin?view=mine",
    },
    {
      count: attention.unassigned,
      label: `${applications(attention.unassigned)} that nobody has taken`,
      address: "/admin?view=unassigned",
    },
    {
      count: attention.withApplicant,
      label:
        attention.withApplicant === 1
          ? "application waits for an answer of the applicant"
          : "applications wait for an answer of the applicant",
      address: "/admin?state=changes_requested",
    },
    {
      count: attention.failedMails,
      label:
        attention.failedMails === 1
          ? "email could not be delivered"
          : "emails could not be delivered",
      address: "/admin",
      urgency: { variant: "bad", text: "Failed" },
    },
    {
      count: attention.shareAlarms,
      label:
        attention.shareAlarms === 1
          ? "city is asked by a very large share of its people: further endorsements are held"
          : "cities are asked by a very large share of their people: further endorsements are held",
      address: alarmsAddress,
      urgency: alarmUrgency,
    },
    {
      count: attention.burstAlarms,
      label:
        attention.burstAlarms === 1
          ? "city got a burst of endorsements: further ones are held"
          : "cities got a burst of endorsements: further ones are held",
      address: alarmsAddress,
      urgency: alarmUrgency,
    },
    {
      count: attention.heldEndorsements,
      label: attention.heldEndorsements === 1 ? "endorsement is held" : "endorsements are held",
      address: "/admin/endorsements/review",
    },
    {
      count: attention.citiesToContact,
      label:
        attention.citiesToContact === 1
          ? "city has reached a milestone and nobody has contacted it"
          : "cities have reached a milestone and nobody has contacted them",
      address: "/admin/endorsements",
    },
    {
      count: mayPublish ? attention.publicationsInReview : 0,
      label:
        attention.publicationsInReview === 1
          ? "publication waits for a second reader"
          : "publications wait for a second reader",
      address: "/admin/publishing",
    },
  ];
}

const applications = (count: number): string => (count === 1 ? "application" : "applications");
