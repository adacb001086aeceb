import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { SecondLookList } from "@/components/review/second-look/second-look-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { Notice } from "@/components/ui/notice";
import { countAgreement } from "@/lib/applications/second-look/agreement-queries";
import {
  countOtherReviewers,
  countSecondLooks,
  listSecondLooks,
} from "@/lib/applications/second-look/second-look-queries";
import type { SecondLookAnswer } from "@/lib/applications/second-look/second-look-schema";
import { secondLookViews } from "@/lib/applications/second-look/second-look-views";
import { requireReviewer } from "@/lib/auth";
import { firstDayOf, lastMonths } from "@/lib/statistics/months";

export const metadata: Metadata = { title: "Second look" };

const outcomes: Readonly<Record<SecondLookAnswer, string>> = {
  uphold: "Answered: the decline stands. An email tells the applicant.",
  overturn: "Answered: the application awaits review again. An email tells the applicant.",
  confirm: "Confirmed: the city stands on the public list. An email tells the applicant.",
  return: "Given back: the application awaits review as before.",
  agree: "Noted. An email tells the first reviewer.",
  disagree: "Noted. An email tells the first reviewer.",
};

type Props = { searchParams: Promise<{ view?: string; done?: string }> };

export default async function SecondLookPage({ searchParams }: Props) {
  const staff = await requireReviewer();
  const { view: viewParam, done } = await searchParams;
  const view = secondLookViews.find((each) => each === viewParam) ?? "appeals";
  const [first = ""] = lastMonths(new Date());
  const [entries, counts, others, agreement] = await Promise.all([
    listSecondLooks(view),
    countSecondLooks(),
    countOtherReviewers(),
    countAgreement(firstDayOf(first)),
  ]);
  const outcome = Object.entries(outcomes).find(([answer]) => answer === done)?.[1];
  return (
    <Panel staff={staff} section={{ name: "second-look", current: "page" }}>
      <div className="space-y-4">
        <PageTitle>Second look</PageTitle>
        {outcome ? (
          <Notice variant="success" role="status">
            <p>{outcome}</p>
          </Notice>
        ) : null}
        {others === 0 ? (
          <Notice>
            <p>
              Nobody else may review at present, so nobody can look at what you have decided. An
              administrator can add a reviewer under Staff.
            </p>
          </Notice>
        ) : null}
        <SecondLookList view={view} entries={entries} counts={counts} viewerId={staff.id} />
        <p className="text-ink-soft">
          {agreement.answered === 0
            ? "In the last twelve months no second reviewer has answered about a decision drawn by lot."
            : `In the last twelve months second reviewers agreed with ${agreement.agreed} of ${agreement.answered} decisions drawn by lot.`}
        </p>
      </div>
    </Panel>
  );
}
