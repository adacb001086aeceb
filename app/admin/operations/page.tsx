import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { AreaSection } from "@/components/operations/area-section";
import { factsOf } from "@/components/operations/facts-of";
import { FindingList } from "@/components/operations/finding-list";
import { formatMoment } from "@/components/review/labels";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { requirePermission } from "@/lib/auth";
import { areasByState } from "@/lib/operations/finding";
import { judge } from "@/lib/operations/judge";
import { currentReadings } from "@/lib/operations/readings";

export const metadata: Metadata = { title: "Operations" };

const maxAgeMs = 1_000;

export default async function OperationsPage() {
  const staff = await requirePermission("watchOperations");
  const readings = await currentReadings({ maxAgeMs });
  const findings = judge(readings);
  return (
    <Panel staff={staff} section={{ name: "operations", current: "page" }}>
      <div className="space-y-6">
        <div>
          <PageTitle>Operations</PageTitle>
          <p className="text-ink-soft">
            As this process saw it on{" "}
            <time dateTime={readings.at.toISOString()}>{formatMoment(readings.at)}</time>.
          </p>
        </div>
        <section aria-labelledby="findings" className="max-w-4xl">
          <SectionTitle id="findings">What needs the operator</SectionTitle>
          <FindingList findings={findings} />
        </section>
        <div className="gap-10 lg:columns-2">
          {areasByState(findings).map(({ area, state }) => (
            <AreaSection key={area} area={area} state={state} facts={factsOf(area, readings)} />
          ))}
        </div>
      </div>
    </Panel>
  );
}
