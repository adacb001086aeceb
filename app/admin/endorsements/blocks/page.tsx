import type { Metadata } from "next";
import { add, remove } from "@/app/admin/endorsements/blocks/actions";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { nameOf } from "@/components/staff-endorsements/endorsement-labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import { formatMoment } from "@/components/review/labels";
import { BlockForm } from "@/components/staff/block-form";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import { providerCountedForDays } from "@/lib/endorsements/abuse/block-commands";
import { listBlocks } from "@/lib/endorsements/review/staff-queries";

export const metadata: Metadata = { title: "Blocked" };

const outcomes: Readonly<Record<string, string>> = {
  blocked: "Blocked. What is asked from there is held from now on.",
  unblocked: "Blocked no more. To take that back, add it again.",
};

export default async function BlocksPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string }>;
}) {
  const staff = await requirePermission("reviewEndorsements");
  const [blocks, { done = "" }] = await Promise.all([listBlocks(), searchParams]);
  return (
    <Panel staff={staff} section={{ name: "endorsements", current: "true" }}>
      <div className="max-w-3xl space-y-6">
        <PageTitle>Blocked domains and networks</PageTitle>
        <p>What is asked from there is not refused: it is held, until somebody has looked at it.</p>
        {messageFor(outcomes, done) ? (
          <Notice variant="success" role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        ) : null}
        <BlockForm action={add} countedForDays={providerCountedForDays} />
        <section aria-labelledby="blocked">
          <SectionTitle id="blocked">Blocked now</SectionTitle>
          {blocks.length > 0 ? (
            <ul className="divide-y divide-line-soft border-y border-line-soft">
              {blocks.map(({ kind, value, blockedAt, staff: by }) => (
                <li
                  key={value}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2"
                >
                  <p className="min-w-0 wrap-anywhere">
                    <strong>{value}</strong>{" "}
                    <span className="text-ink-soft">
                      {kind === "network" ? "network" : "email domain"}, by {nameOf(by)}, since{" "}
                      {formatMoment(blockedAt)}
                    </span>
                  </p>
                  <form action={remove}>
                    <input type="hidden" name="value" value={value} />
                    <SmallButton>
                      Unblock<span className="sr-only"> {value}</span>
                    </SmallButton>
                  </form>
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-ink-soft">None is blocked.</p>
          )}
        </section>
      </div>
    </Panel>
  );
}
