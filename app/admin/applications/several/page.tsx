import type { Metadata } from "next";
import { z } from "zod";
import { assign, remind, undo } from "@/app/admin/applications/several/actions";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { AssignmentList } from "@/components/review/queue/assignment-list";
import { nameQueue } from "@/components/review/labels";
import { SeveralForm } from "@/components/review/queue/several-form";
import { SeveralPreview } from "@/components/review/queue/several-preview";
import { formatCount } from "@/components/staff-ui/format-number";
import { PageTitle } from "@/components/staff-ui/page-title";
import { Pager } from "@/components/staff-ui/pager";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import {
  formatQueueFilter,
  parseQueueParams,
  queueAddress,
  severalAddress,
} from "@/lib/applications/review/queue-filter";
import {
  applicationsPerPage,
  countQueue,
  listQueue,
} from "@/lib/applications/review/queue-queries";
import { readReviewSettings } from "@/lib/applications/review/review-settings";
import { maxChosen, problemOf, severalSchema } from "@/lib/applications/review/several";
import { listAssignments, previewSeveral } from "@/lib/applications/review/several-queries";
import { requireReviewer } from "@/lib/auth";
import { listReviewers } from "@/lib/staff/queries";

export const metadata: Metadata = { title: "Several at once" };

const count = z.coerce.number().int().min(0).max(1000).catch(0);
const outcomeSchema = z.object({
  done: z.enum(["assigned", "reminded", "undone"]).optional().catch(undefined),
  problem: z.string().optional().catch(undefined),
  count,
  left: count,
});

const problems: Readonly<Record<string, string>> = {
  none_chosen: "Choose one application or more.",
  too_many: `Nothing was done: choose ${maxChosen} applications at most.`,
  gone: "Nothing was done: what you chose is not there any more. Look at the list again.",
  no_reviewer: "Nothing was done: whoever you chose does not review applications any more.",
  nothing_assigned:
    "Nothing was done: all of them were decided or taken by somebody else meanwhile.",
  undone_already: "Nothing was done: it was undone before.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SeveralPage({ searchParams }: Props) {
  const staff = await requireReviewer();
  const params = await searchParams;
  const requested = parseQueueParams(params);
  const state = requested.state === "changes_requested" ? "changes_requested" : "submitted";
  const filter = { ...requested, state } as const;
  const settings = await readReviewSettings();
  const reader = { staffId: staff.id, now: new Date(), settings };
  const several = severalSchema.parse(params);
  const outcome = outcomeSchema.parse(params);
  const choiceProblem = several.what ? problemOf(several.choose) : null;
  const [counts, reviewers, assignments, previewed] = await Promise.all([
    countQueue(filter.query, reader),
    listReviewers(),
    listAssignments(),
    several.what && !choiceProblem ? previewSeveral(several, reader) : [],
  ]);
  const total = filter.view ? counts.views[filter.view] : counts.states[state];
  const pages = Math.max(1, Math.ceil(total / applicationsPerPage));
  const shown = { ...filter, page: Math.min(filter.page, pages) };
  const isPreview = previewed.length > 0;
  const previewProblem = several.what && !isPreview ? (choiceProblem ?? "gone") : null;
  const problem = messageFor(problems, previewProblem ?? outcome.problem);
  const applications = isPreview ? [] : await listQueue(shown, reader);
  return (
    <Panel staff={staff} section={{ name: "applications", current: "true" }}>
      <div className="space-y-4">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <PageTitle>Several at once: {nameQueue(filter).toLowerCase()}</PageTitle>
          <a href={queueAddress(shown)} className="py-1">
            Back to the queue
          </a>
        </div>
        {problem ? (
          <Notice variant="warning" role="alert">
            <p>{problem}</p>
          </Notice>
        ) : null}
        {outcome.done ? (
          <Notice variant="success" role="status">
            <p>
              {sentenceOf(outcome.done, outcome)}{" "}
              {outcome.done === "assigned" ? <a href="#assignments">Undo it below</a> : null}
            </p>
          </Notice>
        ) : null}
        {several.what && isPreview ? (
          <SeveralPreview
            what={several.what}
            previewed={previewed}
            to={reviewers.find(({ id }) => id === several.to)}
            filter={shown}
            assign={assign}
            remind={remind}
          />
        ) : applications.length > 0 ? (
          <>
            <SeveralForm
              applications={applications}
              filter={shown}
              reviewers={reviewers}
              staffId={staff.id}
              chosen={params.all === "yes" ? applications.map(({ id }) => id) : several.choose}
            />
            <Pager
              page={shown.page}
              pages={pages}
              addressOf={(page) => severalAddress({ ...shown, page })}
            />
          </>
        ) : (
          <p className="text-ink-soft">No application is in this part of the queue.</p>
        )}
        {assignments.length > 0 ? (
          <section aria-labelledby="assignments">
            <SectionTitle id="assignments">Given lately</SectionTitle>
            <AssignmentList
              assignments={assignments}
              filter={formatQueueFilter(shown)}
              undo={undo}
            />
          </section>
        ) : null}
      </div>
    </Panel>
  );
}

function sentenceOf(
  done: "assigned" | "reminded" | "undone",
  { count, left }: { count: number; left: number },
): string {
  const applications = (number: number) => formatCount(number, "application", "applications");
  const rest =
    left > 0 ? ` ${applications(left)} ${left === 1 ? "was" : "were"} left as before.` : "";
  if (done === "assigned") return `Given: ${applications(count)}.${rest}`;
  if (done === "reminded") return `Reminders on their way: ${count}.${rest}`;
  return `Undone for ${applications(count)}.${rest}`;
}
