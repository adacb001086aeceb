import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { overviewKeys } from "@/components/review/shortcut-lists";
import { AttentionList } from "@/components/staff-overview/attention-list";
import {
  CountryTable,
  DecisionTable,
  FunnelTable,
  MonthsOfApplications,
  MonthsOfMembers,
  WaitList,
} from "@/components/staff-overview/overview-figures";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Shortcuts } from "@/components/staff-ui/shortcuts";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { readReviewSettings } from "@/lib/applications/review/review-settings";
import { requireReviewer } from "@/lib/auth";
import { may } from "@/lib/staff/permissions";
import { getStaffOverview } from "@/lib/statistics/staff-overview";

export const metadata: Metadata = { title: "Overview" };

type Props = { searchParams: Promise<{ problem?: string | string[] }> };

export default async function OverviewPage({ searchParams }: Props) {
  const staff = await requireReviewer();
  const settings = await readReviewSettings();
  const overview = await getStaffOverview({ staffId: staff.id, now: new Date(), settings });
  const isRefused = (await searchParams).problem === "not_allowed";
  return (
    <Panel
      staff={staff}
      section={{ name: "overview", current: "page" }}
      takesKeys={staff.hasShortcuts}
    >
      <div className="space-y-6">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <PageTitle>Overview</PageTitle>
          <ButtonLink href="/admin" data-shortcut="u" className="min-h-9! py-1!">
            Go to the queue
          </ButtonLink>
        </div>
        {isRefused ? (
          <Notice variant="warning" role="alert">
            <p>Your role does not allow that. Ask an administrator.</p>
          </Notice>
        ) : null}
        <section aria-labelledby="attention" className="max-w-4xl">
          <SectionTitle id="attention">What needs attention</SectionTitle>
          <AttentionList attention={overview.attention} mayPublish={may(staff.role, "publish")} />
        </section>
        <p className="text-ink-soft">The figures below are of the last twelve months.</p>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
          <section aria-labelledby="funnel">
            <SectionTitle id="funnel">How far applications have come</SectionTitle>
            <FunnelTable funnel={overview.funnel} />
          </section>
          <section aria-labelledby="waits" className="space-y-6">
            <div>
              <SectionTitle id="waits">How long applications wait</SectionTitle>
              <WaitList waits={overview.waits} />
            </div>
            <section aria-labelledby="decisions">
              <SectionTitle id="decisions">Decisions by reason</SectionTitle>
              <DecisionTable decisions={overview.decisions} />
            </section>
          </section>
          <section aria-labelledby="months">
            <SectionTitle id="months">Applications by month</SectionTitle>
            <MonthsOfApplications byMonth={overview.byMonth} />
          </section>
          <section aria-labelledby="members">
            <SectionTitle id="members">Members by month</SectionTitle>
            <MonthsOfMembers byMonth={overview.byMonth} />
          </section>
          <section aria-labelledby="countries">
            <SectionTitle id="countries">Endorsements by country, of all time</SectionTitle>
            <CountryTable countries={overview.countries} />
          </section>
        </div>
      </div>
      <Shortcuts areOn={staff.hasShortcuts} keys={overviewKeys} />
    </Panel>
  );
}
