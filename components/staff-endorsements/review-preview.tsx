import { Clusters } from "@/components/staff-endorsements/clusters";
import { ReviewedList } from "@/components/staff-endorsements/reviewed-list";
import { Button } from "@/components/ui/button";
import type { Cluster, ReviewedEndorsement } from "@/lib/endorsements/review/review-choice";
import { actionsOn, type ReviewFilter } from "@/lib/endorsements/review/review-filter";

type Props = {
  filter: ReviewFilter;
  /** When they were counted: the decision is about no other ones. */
  until: Date;
  preview: { count: number; first: ReviewedEndorsement[]; domains: Cluster[]; networks: Cluster[] };
  decide: (form: FormData) => Promise<void>;
  undoHours: number;
};

const buttons = {
  release: { text: "Release", variant: "primary" },
  invalidate: { text: "Invalidate", variant: "danger" },
} as const;

/** What a decision would be about, and the buttons that make it. */
export function ReviewPreview({
  filter,
  until,
  preview: { count, first, domains, networks },
  decide,
  undoHours,
}: Props) {
  const title = <h2 className="text-xl sm:text-xl">{count === 1 ? "1 fits" : `${count} fit`}</h2>;
  if (count === 0) return title;
  return (
    <>
      {title}
      <Clusters filter={filter} domains={domains} networks={networks} />
      {count > first.length ? <p>The first {first.length}, by when they were confirmed:</p> : null}
      <ReviewedList endorsements={first} />
      <form action={decide} className="flex flex-wrap items-center gap-3">
        {Object.entries({ ...filter, until: until.toISOString() }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {actionsOn(filter).map((action) => (
          <Button key={action} name="action" value={action} variant={buttons[action].variant}>
            {buttons[action].text} {count}
          </Button>
        ))}
        <p className="text-ink-soft">
          Can be undone for {undoHours} hours. An invalidated one loses its address and name for
          good
          {filter.state === "confirmed"
            ? ": undone, it counts again, and its resident hears nothing more"
            : null}
          .
        </p>
      </form>
    </>
  );
}
