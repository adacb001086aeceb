import type { ReactNode } from "react";
import { Panel } from "@/app/admin/panel";
import { LogFilterForm } from "@/components/staff/log-filter-form";
import { PageTitle } from "@/components/staff-ui/page-title";
import { logAddress, type LogFilter } from "@/lib/audit-log/log-filter";
import { listEverOnStaff } from "@/lib/audit-log/queries";
import type { Staff } from "@/lib/staff/next-auth";

type Props = {
  staff: Staff;
  title: string;
  address: "/admin/log" | "/admin/log/openings";
  filter: LogFilter;
  next: bigint | null;
  children: ReactNode;
};

const views = [
  { address: "/admin/log", label: "What was done" },
  { address: "/admin/log/openings", label: "Who opened a contact’s data" },
] as const;

/** Both views of the log have one frame. */
export async function LogPage({ staff, title, address, filter, next, children }: Props) {
  const isOfEvents = address === "/admin/log";
  return (
    <Panel staff={staff} section={{ name: "log", current: isOfEvents ? "page" : "true" }}>
      <div className="space-y-4">
        <PageTitle>{title}</PageTitle>
        <nav aria-label="Views of the log" className="flex flex-wrap gap-x-6">
          {views.map((view) => (
            <a
              key={view.address}
              href={view.address}
              aria-current={view.address === address ? "page" : undefined}
              className="py-1 aria-[current]:font-bold"
            >
              {view.label}
            </a>
          ))}
        </nav>
        <LogFilterForm
          action={address}
          filter={filter}
          staff={await listEverOnStaff()}
          isOfEvents={isOfEvents}
        />
        {children}
        {next ? (
          <nav aria-label="Pages">
            <a href={logAddress(address, filter, next)} rel="next" className="inline-block py-2">
              Older entries
            </a>
          </nav>
        ) : null}
      </div>
    </Panel>
  );
}
