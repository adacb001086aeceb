import type { Metadata } from "next";
import { add, remove } from "@/app/admin/endorsements/blocks/actions";
import { Panel } from "@/app/admin/panel";
import { nameOf } from "@/components/staff-endorsements/endorsement-labels";
import { formatMoment } from "@/components/review/labels";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { requireReviewer } from "@/lib/auth";
import { listBlocks } from "@/lib/endorsements/review/staff-queries";

export const metadata: Metadata = { title: "Blocked" };

const outcomes: Readonly<Record<string, string>> = {
  blocked: "Blocked. What is asked from there is held from now on.",
  unblocked: "Blocked no more. To take that back, add it again.",
};

export default async function BlocksPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string; problem?: string }>;
}) {
  const staff = await requireReviewer();
  const [blocks, { done = "", problem }] = await Promise.all([listBlocks(), searchParams]);
  const errors: { value?: string } = problem
    ? { value: "This is neither a mail domain nor an internet address" }
    : {};
  return (
    <Panel staff={staff} section={{ name: "endorsements", current: "true" }}>
      <div className="max-w-3xl space-y-6">
        <h1 className="text-3xl sm:text-3xl">Blocked domains and networks</h1>
        <p>What is asked from there is not refused: it is held, until somebody has looked at it.</p>
        {outcomes[done] ? (
          <Notice variant="success" role="status">
            <p>{outcomes[done]}</p>
          </Notice>
        ) : null}
        <ErrorSummary title="There is a problem" errors={errors} />
        <form action={add} className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow">
            <TextField
              name="value"
              label="Mail domain or network"
              hint="For example spam.example, or an internet address such as 192.0.2.7: then its whole network is meant."
              error={errors.value}
              autoComplete="off"
              spellCheck={false}
              required
            />
          </div>
          <Button>Block</Button>
        </form>
        {blocks.length > 0 ? (
          <ul className="divide-y divide-line-soft border-y border-line-soft">
            {blocks.map(({ thing, value, blockedAt, staff: by }) => (
              <li key={value} className="flex flex-wrap items-center justify-between gap-x-6 py-2">
                <p className="min-w-0 wrap-anywhere">
                  <strong>{value}</strong>{" "}
                  <span className="text-ink-soft">
                    {thing === "network" ? "network" : "mail domain"}, by {nameOf(by)}, since{" "}
                    {formatMoment(blockedAt)}
                  </span>
                </p>
                <form action={remove}>
                  <input type="hidden" name="value" value={value} />
                  <button className="min-h-9 cursor-pointer rounded-md border-2 border-ink px-3 font-bold hover:bg-paper-deep">
                    Unblock<span className="sr-only"> {value}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-soft">None is blocked.</p>
        )}
      </div>
    </Panel>
  );
}
