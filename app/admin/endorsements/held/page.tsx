import type { Metadata } from "next";
import { decide, undo } from "@/app/admin/endorsements/held/actions";
import { Panel } from "@/app/admin/panel";
import { BulkReviews } from "@/components/review/bulk-reviews";
import { HeldFilterForm } from "@/components/review/held-filter-form";
import { HeldList } from "@/components/review/held-list";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { requireReviewer } from "@/lib/auth";
import { mostAtOnce, undoHours } from "@/lib/endorsements/bulk-review";
import { heldFilterSchema } from "@/lib/endorsements/held-filter";
import { listBulkReviews, previewHeld } from "@/lib/endorsements/staff-queries";

export const metadata: Metadata = { title: "Held endorsements" };

const shown = 50;

const outcomes: Readonly<Record<string, (count: string) => string>> = {
  release: (count) => `${count} released: they count from now on.`,
  invalidate: (count) => `${count} invalidated: they do not count, and what was kept of them is deleted.`,
  undone: (count) => `Undone: ${count} brought back.`,
  late: () => "Nothing was done: it is too late, or a colleague has undone it already.",
};

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export default async function HeldPage({ searchParams }: Props) {
  const staff = await requireReviewer();
  const { done = "", count: doneCount = "", ...questions } = await searchParams;
  const filter = heldFilterSchema.parse(questions);
  const now = new Date();
  const [{ count, first }, reviews] = await Promise.all([previewHeld(filter, now, shown), listBulkReviews(now)]);
  const reached = Math.min(count, mostAtOnce);
  return (
    <Panel staff={staff} section={{ name: "endorsements", current: "true" }}>
      <div className="space-y-6">
        <h1 className="text-3xl sm:text-3xl">Held endorsements</h1>
        {outcomes[done] ? (
          <Notice look={done === "late" ? "warning" : "success"} role="status">
            <p>{outcomes[done](/^\d{1,6}$/.test(doneCount) ? doneCount : "None")}</p>
          </Notice>
        ) : null}
        <HeldFilterForm filter={filter} />
        <h2 className="text-xl sm:text-xl">{count === 1 ? "1 fits" : `${count} fit`}</h2>
        {count > 0 ? (
          <>
            {count > shown ? <p>The first {shown}, those that have waited longest:</p> : null}
            <HeldList held={first} />
            <form action={decide} className="flex flex-wrap items-center gap-3">
              {Object.entries({ ...filter, until: now.toISOString() }).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <Button name="action" value="release">
                Release {reached}
              </Button>
              <Button name="action" value="invalidate" look="danger">
                Invalidate {reached}
              </Button>
              <p className="text-ink-soft">
                {count > mostAtOnce ? `At most ${mostAtOnce} at once. ` : null}Can be undone for {undoHours} hours. An invalidated one loses its address and name for good.
              </p>
            </form>
          </>
        ) : null}
        {reviews.length > 0 ? (
          <section aria-labelledby="reviews" className="pt-4">
            <h2 id="reviews" className="mb-2 text-xl sm:text-xl">
              Decided lately
            </h2>
            <BulkReviews reviews={reviews} undo={undo} />
          </section>
        ) : null}
      </div>
    </Panel>
  );
}
