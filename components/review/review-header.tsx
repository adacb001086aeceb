import { StateTag } from "@/components/review/state-tag";
import { writeDay, writeWait } from "@/components/review/words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { openStates } from "@/lib/applications/decisions";
import type { ReviewedApplication } from "@/lib/applications/review-queries";
import { workingDaysBetween } from "@/lib/applications/wait-estimate";
import { href } from "@/lib/i18n/href";
import { defaultLocale } from "@/lib/i18n/locales";

type Props = { application: ReviewedApplication; done?: string; problem?: string };

/** The head of an application: whose it is, where it stands, and what just happened. */
export function ReviewHeader({ application, done, problem }: Props) {
  const { city, reference, state, submittedAt, handedInAt } = application;
  const isWaiting = openStates.includes(state) && submittedAt;
  return (
    <header className="mb-6">
      <Breadcrumbs label="You are here" links={[{ href: "/admin", text: "Applications" }]} />
      <h1 className="text-3xl sm:text-3xl">{city.name}</h1>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="tabular-nums">{reference}</span>
        <StateTag state={state} />
        <span className="text-ink-soft">
          Handed in on {writeDay(handedInAt)}
          {isWaiting ? `, waits ${writeWait(workingDaysBetween(submittedAt, new Date()))}` : null}
        </span>
        {city.signatory ? <a href={href(defaultLocale, `/cities/${city.slug}`)}>On the public list since {writeDay(city.signatory.signedOn)}</a> : null}
      </p>
      <Outcome application={application} done={done} problem={problem} />
    </header>
  );
}

const outcomes: Readonly<Record<string, string>> = {
  approved: "Approved: the city stands on the public list.",
  changes_requested: "Changes asked for. The application comes back here with the answer.",
  declined: "Declined.",
  reopened: "Reopened: the application awaits review again.",
};

function Outcome({ application, done, problem }: Props) {
  const outcome = done && outcomes[done];
  if (problem) {
    return (
      <div className="mt-4">
        <Notice look="warning" role="alert">
          <p>Nothing was ticked: the application has changed since you opened it. This is how it is now.</p>
        </Notice>
      </div>
    );
  }
  if (!outcome) return null;
  return (
    <div className="mt-4">
      <Notice look="success" role="status">
        <p>
          {outcome} {application.contactEmail ? "A mail tells the applicant." : "The applicant’s address is erased, so nobody is told."} <a href="/admin">Back to what awaits review</a>
        </p>
      </Notice>
    </div>
  );
}
