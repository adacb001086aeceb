import type { Metadata } from "next";
import { sendMailAgain } from "@/app/admin/actions";
import { Panel } from "@/app/admin/panel";
import { FailedMails } from "@/components/staff/failed-mails";
import { Pager } from "@/components/staff-ui/pager";
import { QueueFilterBar } from "@/components/review/queue-filter-bar";
import { QueueTable } from "@/components/review/queue-table";
import { stateLabels } from "@/components/review/labels";
import { Notice } from "@/components/ui/notice";
import { SkipLink } from "@/components/ui/skip-link";
import {
  queueAddress,
  parseQueueParams,
  type QueueFilter,
} from "@/lib/applications/review/queue-filter";
import {
  applicationsPerPage,
  countByState,
  listQueue,
} from "@/lib/applications/review/queue-queries";
import { requireReviewer } from "@/lib/auth";
import { listFailedMails } from "@/lib/mail/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  await requireReviewer();
  const filter = parseQueueParams(await searchParams);
  const title = filter.query
    ? `Applications that match “${filter.query}”`
    : `Applications: ${captionOf(filter).toLowerCase()}`;
  // The template of the layout is for the pages below this one.
  return { title: `${title} – Staff panel` };
}

const problems: Readonly<Record<string, string>> = {
  administrators_only: "Only administrators can do that.",
  no_application:
    "There is no such application, or it was deleted because its address was never confirmed.",
};

export default async function QueuePage({ searchParams }: Props) {
  const staff = await requireReviewer();
  const params = await searchParams;
  const filter = parseQueueParams(params);
  const [applications, counts, failedMails] = await Promise.all([
    listQueue(filter),
    countByState(filter.query),
    listFailedMails(),
  ]);
  const total =
    filter.state === "all"
      ? Object.values(counts).reduce((sum, count) => sum + count, 0)
      : counts[filter.state];
  const problem = problems[String(params.problem)];
  return (
    <Panel
      staff={staff}
      section={{ name: "applications", current: "page" }}
      shortcut={<SkipLink to="queue">Skip to the queue</SkipLink>}
    >
      <h1 className="mb-1 text-lg">Applications</h1>
      {problem ? (
        <Notice variant="warning" role="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      {params.done === "mail_sent_again" ? (
        <Notice variant="success" role="status">
          <p>The mail is on its way again. If it fails once more, it comes back here.</p>
        </Notice>
      ) : null}
      <FailedMails mails={failedMails} sendAgain={sendMailAgain} />
      <QueueFilterBar filter={filter} counts={counts} />
      <div id="queue" tabIndex={-1} className="outline-none">
        {applications.length ? (
          <QueueTable applications={applications} filter={filter} caption={captionOf(filter)} />
        ) : (
          <Nothing filter={filter} total={total} />
        )}
      </div>
      <Pager
        page={filter.page}
        pages={Math.ceil(total / applicationsPerPage)}
        addressOf={(page) => queueAddress({ ...filter, page })}
      />
    </Panel>
  );
}

const captionOf = ({ state }: QueueFilter): string =>
  state === "all" ? "All applications" : stateLabels[state];

function Nothing({ filter, total }: { filter: QueueFilter; total: number }) {
  if (total) {
    return (
      <p className="py-8 text-ink-soft">
        There is no page {filter.page}.{" "}
        <a href={queueAddress({ ...filter, page: 1 })}>Go to the first page</a>
      </p>
    );
  }
  if (filter.query) {
    return (
      <p className="py-8 text-ink-soft">
        No application here matches “{filter.query}”.{" "}
        {filter.state === "all" ? null : (
          <a href={queueAddress({ ...filter, state: "all", page: 1 })}>Search all states</a>
        )}
      </p>
    );
  }
  return (
    <p className="py-8 text-ink-soft">
      {filter.state === "submitted"
        ? "Nothing awaits review. When a city’s application comes in, a mail tells you."
        : "There are none."}
    </p>
  );
}
