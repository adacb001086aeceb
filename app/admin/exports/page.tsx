import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SmallButton } from "@/components/staff-ui/small-button";
import { requirePermission } from "@/lib/auth";
import { exportFormats } from "@/lib/exports/commands";
import { exportDatasets, exportNames, type ExportName } from "@/lib/exports/datasets";
import { may } from "@/lib/staff/permissions";

export const metadata: Metadata = { title: "Exports" };

const labels: Readonly<Record<ExportName, { title: string; holds: string }>> = {
  applications: {
    title: "Applications",
    holds: "Each application with its city, state, mandate and decision. No names of applicants.",
  },
  contacts: {
    title: "Contacts of applications",
    holds:
      "Name, role and email address of whoever applied, as long as they are kept. Personal data: keep the file no longer than you need it.",
  },
  decisions: {
    title: "Decisions",
    holds: "Each decision with its reason and who made it. Not what the applicant was told.",
  },
  members: { title: "Members", holds: "Each city on the public list, with its dates." },
  endorsements: {
    title: "Endorsements by city and day",
    holds:
      "How many residents were added and removed, exactly, also where the public pages show no number.",
  },
  log: { title: "Log", holds: "Everything that was done, oldest first." },
};

export default async function ExportsPage() {
  const staff = await requirePermission("useOwnAccount");
  const allowed = exportNames.filter((name) => may(staff.role, exportDatasets[name].permission));
  return (
    <Panel staff={staff} section={{ name: "exports", current: "page" }}>
      <div className="max-w-3xl space-y-4">
        <PageTitle>Exports</PageTitle>
        <p className="text-ink-soft">
          CSV opens in every program, XLSX in spreadsheets. Times are in UTC. The log says who took
          out what.
        </p>
        <ul className="divide-y divide-line-soft border-y border-line-soft">
          {allowed.map((name) => (
            <li key={name} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
              <div className="min-w-0 grow basis-72">
                <h2 className="text-base">{labels[name].title}</h2>
                <p className="text-ink-soft">{labels[name].holds}</p>
              </div>
              <div className="flex gap-2">
                {exportFormats.map((format) => (
                  <form key={format} action={`/admin/exports/${name}.${format}`} method="post">
                    <SmallButton>
                      {format.toUpperCase()}
                      <span className="sr-only"> of {labels[name].title}</span>
                    </SmallButton>
                  </form>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
