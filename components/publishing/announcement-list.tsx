import { nameOfStaff } from "@/components/publishing/publication-labels";
import { formatMoment } from "@/components/review/labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import { Tag } from "@/components/staff-ui/tag";
import type { ListedAnnouncement } from "@/lib/publications/announcement-queries";

type Props = {
  announcements: readonly ListedAnnouncement[];
  now: Date;
  end: (form: FormData) => Promise<void>;
};

/** Those that are shown, will be and were, each with who wrote it. */
export function AnnouncementList({ announcements, now, end }: Props) {
  if (announcements.length === 0) return <p className="text-ink-soft">There was none yet.</p>;
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {announcements.map(({ id, text, link, from, until, staff }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 wrap-anywhere">
            <p>
              {from <= now && until > now ? <Tag variant="good">Shown</Tag> : null}{" "}
              <bdi className="font-bold">{text}</bdi>
            </p>
            <p className="text-ink-soft">
              {formatMoment(from)} to {formatMoment(until)}, by <bdi>{nameOfStaff(staff)}</bdi>
              {link ? <span className="block">Leads to {link}</span> : null}
            </p>
          </div>
          {until > now ? (
            <form action={end}>
              <input type="hidden" name="id" value={id} />
              <SmallButton variant="danger">
                End it <span className="sr-only">: {text}</span>
              </SmallButton>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
