import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { FailedMails } from "@/components/review/failed-mails";
import { Pager } from "@/components/review/pager";
import { QueueFilterBar } from "@/components/review/queue-filter-bar";
import { QueueTable } from "@/components/review/queue-table";
import { stateNames } from "@/components/review/words";
import { Notice } from "@/components/ui/notice";
import { queueAddress, readQueueFilter, type QueueFilter } from "@/lib/applications/queue-filter";
import { applicationsPerPage, countByState, listQueue } from "@/lib/applications/review-queries";
import { requireReviewer } from "@/lib/auth";
import { listFailedMails } from "@/lib/mail/queries";

export const metadata: Metadata = { title: "Applications" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QueuePage({ searchParams }: Props) {
  const staff = await requireReviewer();
  const params = await searchParams;
  const filter = readQueueFilter(params);
  const [applications, counts, failedMails] = await Promise.all([listQueue(filter), countByState(filter.query), listFailedMails()]);
  const total = filter.state === "all" ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[filter.state];
  const caption = filter.state === "all" ? "All applications" : stateNames[filter.state];
  return (
    <Panel staff={staff}>
      <h1 className="mb-4 text-3xl sm:text-3xl">Applications</h1>
      {params.problem ? (
        <Notice look="warning" role="alert">
          <p>Only administrators can do that.</p>
        </Notice>
      ) : null}
      <FailedMails mails={failedMails} />
      <QueueFilterBar filter={filter} counts={counts} />
      {applications.length ? <QueueTable applications={applications} state={filter.state} caption={caption} now={new Date()} /> : <Nothing filter={filter} total={total} />}
      <Pager filter={filter} pages={Math.ceil(total / applicationsPerPage)} />
    </Panel>
  );
}

function Nothing({ filter, total }: { filter: QueueFilter; total: number }) {
  if (total) {
    return (
      <p className="py-8 text-ink-soft">
        There is no page {filter.page}. <a href={queueAddress({ ...filter, page: 1 })}>Go to the first page</a>
      </p>
    );
  }
  if (filter.query) {
    return (
      <p className="py-8 text-ink-soft">
        No application here matches “{filter.query}”. {filter.state === "all" ? null : <a href={queueAddress({ ...filter, state: "all", page: 1 })}>Search all states</a>}
      </p>
    );
  }
  return <p className="py-8 text-ink-soft">{filter.state === "submitted" ? "Nothing awaits review. When a city’s application comes in, a mail tells you." : "There are none."}</p>;
}
