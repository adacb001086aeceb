import type { Metadata } from "next";
import { correctAddress, dismiss, sendAgain, takeNext } from "@/app/admin/actions";
import { Panel } from "@/app/admin/panel";
import { removeView, saveView } from "@/app/admin/saved-filters/actions";
import { messageFor } from "@/components/staff-ui/message-for";
import { FailedMails } from "@/components/staff/failed-mails";
import { Pager } from "@/components/staff-ui/pager";
import { QueueFilterBar } from "@/components/review/queue/queue-filter-bar";
import { SavedFilters } from "@/components/review/queue/saved-filters";
import { toQueueRow } from "@/components/review/queue/queue-rows";
import { QueueTable } from "@/components/review/queue/queue-table";
import { TakeNext } from "@/components/review/queue/take-next";
import { queueKeys } from "@/components/review/shortcut-lists";
import { nameQueue } from "@/components/review/labels";
import { formatNumber } from "@/components/staff-ui/format-number";
import { Shortcuts } from "@/components/staff-ui/shortcuts";
import { PageTitle } from "@/components/staff-ui/page-title";
import { Notice } from "@/components/ui/notice";
import { SkipLink } from "@/components/ui/skip-link";
import {
  queueAddress,
  parseQueueParams,
  severalAddress,
  type QueueFilter,
} from "@/lib/applications/review/queue-filter";
import {
  applicationsPerPage,
  countQueue,
  listQueue,
  type QueueCounts,
} from "@/lib/applications/review/queue-queries";
import { readReviewSettings } from "@/lib/applications/review/review-settings";
import { findMatches, maxFound } from "@/lib/applications/review/queue-search";
import { getQueueChoices } from "@/lib/applications/review/saved-filters";
import { countSecondLooks } from "@/lib/applications/second-look/second-look-queries";
import { locales } from "@/lib/i18n/locales";
import { requireReviewer } from "@/lib/auth";
import { listFailedMails } from "@/lib/mail/queries";

/** The others follow as these are dealt with: forms for all would be most of the page. */
const failedMailsShown = 10;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  await requireReviewer();
  const filter = parseQueueParams(await searchParams);
  const title = filter.query
    ? `Applications that match “${filter.query}”`
    : `Applications: ${nameQueue(filter).toLowerCase()}`;
  // The template of the layout is for the pages below this one.
  return { title: `${title} – Staff panel` };
}

const problems: Readonly<Record<string, string>> = {
  not_allowed: "Your role does not allow that. Ask an administrator.",
  mail_gone:
    "Nothing was done: a colleague has dealt with this email, or the applicant’s address has changed or is erased.",
  nothing_waits:
    "Nothing waits that nobody has. Look at what awaits review: you can take over what a colleague has.",
  no_application:
    "There is no such application, or it was deleted because its address was never confirmed.",
  filter_name_missing: "Nothing was saved: give the view a name.",
  filter_name_taken: "Nothing was saved: you have a view of this name. Give it another one.",
  filter_too_many: "Nothing was saved: you have saved as many views as there can be. Remove one.",
  filter_finds_person:
    "Nothing was saved: a search can be saved if it names a city or a reference. Names of applicants are deleted in time, and a saved view would keep them.",
};

const outcomes: Readonly<Record<string, string>> = {
  mail_sent_again: "The email is on its way again. If it fails once more, it comes back here.",
  mail_dismissed: "Dismissed. Nothing more is done about this email.",
  mail_readdressed: "Corrected. The email is on its way to the new address.",
  filter_saved: "Saved. It stands beside the other views.",
  filter_removed: "Removed.",
};

export default async function QueuePage({ searchParams }: Props) {
  const staff = await requireReviewer();
  const params = await searchParams;
  const requested = parseQueueParams(params);
  const settings = await readReviewSettings();
  const reader = { staffId: staff.id, now: new Date(), settings };
  const matches = findMatches(requested.query);
  const [counts, found, failedMails, { languages, savedFilters }, secondLooks] = await Promise.all([
    countQueue(requested.query, reader, matches),
    listQueue(requested, reader, matches),
    listFailedMails(),
    getQueueChoices(staff.id),
    countSecondLooks(),
  ]);
  const total = totalOf(counts, requested);
  const pages = Math.max(1, Math.ceil(total / applicationsPerPage));
  const filter = { ...requested, page: Math.min(requested.page, pages) };
  const applications = requested.page > pages ? await listQueue(filter, reader, matches) : found;
  const [problem, outcome] = [
    messageFor(problems, String(params.problem)),
    messageFor(outcomes, String(params.done)),
  ];
  return (
    <Panel
      staff={staff}
      section={{ name: "applications", current: "page" }}
      takesKeys={staff.hasShortcuts}
      shortcut={<SkipLink to="queue">Skip to the queue</SkipLink>}
    >
      <div className="mb-2 flex flex-wrap items-center gap-x-6 gap-y-1">
        <PageTitle>Applications</PageTitle>
        <TakeNext
          takeNext={takeNext}
          languages={languages.map(nameInEnglish)}
          hasChoice={locales.length > 1}
        />
      </div>
      {problem ? (
        <Notice variant="warning" role="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      {outcome ? (
        <Notice variant="success" role="status">
          <p>{outcome}</p>
        </Notice>
      ) : null}
      <FailedMails
        mails={failedMails.slice(0, failedMailsShown)}
        count={failedMails.length}
        sendAgain={sendAgain}
        dismiss={dismiss}
        correctAddress={correctAddress}
      />
      <QueueFilterBar filter={filter} counts={counts} secondLooks={secondLooks} />
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <SavedFilters filters={savedFilters} filter={filter} save={saveView} remove={removeView} />
        {filter.state === "submitted" || filter.state === "changes_requested" ? (
          <a href={severalAddress(filter)} className="inline-block py-1">
            Several at once
          </a>
        ) : null}
      </div>
      {filter.query && sumOf(counts.states) >= maxFound ? (
        <p>
          {formatNumber(maxFound)} applications or more match. The newest {formatNumber(maxFound)}{" "}
          are counted and shown. Write more of the name to find fewer.
        </p>
      ) : null}
      <div id="queue" tabIndex={-1} className="outline-none">
        {applications.length ? (
          <QueueTable
            rows={applications.map((application) => toQueueRow(application, filter, settings))}
            state={filter.state}
            caption={nameQueue(filter)}
          />
        ) : (
          <Nothing filter={filter} />
        )}
      </div>
      <Pager
        page={filter.page}
        pages={pages}
        addressOf={(page) => queueAddress({ ...filter, page })}
      />
      <Shortcuts areOn={staff.hasShortcuts} keys={queueKeys} />
    </Panel>
  );
}

const nameInEnglish = (language: string): string =>
  new Intl.DisplayNames(["en-GB"], { type: "language" }).of(language) ?? language;

function totalOf({ states, views }: QueueCounts, { state, view }: QueueFilter): number {
  if (view) return views[view];
  return state === "all" ? sumOf(states) : states[state];
}

const sumOf = (states: QueueCounts["states"]): number =>
  Object.values(states).reduce((sum, count) => sum + count, 0);

function Nothing({ filter }: { filter: QueueFilter }) {
  if (filter.query) {
    return (
      <p className="py-8 text-ink-soft">
        No application here matches “{filter.query}”.{" "}
        {filter.state === "all" ? (
          "Write less of the name, or the reference."
        ) : (
          <a href={queueAddress({ query: filter.query, state: "all", page: 1 })}>
            Search all states
          </a>
        )}
      </p>
    );
  }
  return <p className="py-8 text-ink-soft">{sentenceOfNone(filter)}</p>;
}

function sentenceOfNone({ state, view }: QueueFilter): string {
  if (view === "mine") return "You have none. “Take the next” gives you one.";
  if (view === "overdue") return "Nothing is overdue.";
  if (view === "unassigned") return "Somebody has each of those that await review.";
  return state === "submitted"
    ? "Nothing awaits review. When a city’s application comes in, an email tells you."
    : "There are none.";
}
