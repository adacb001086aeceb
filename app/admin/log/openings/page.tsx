import type { Metadata } from "next";
import { LogPage } from "@/app/admin/log/log-page";
import { OpeningList } from "@/components/staff/log-list";
import { parseLogFilter, parseLogKey } from "@/lib/audit-log/log-filter";
import { listOpenings } from "@/lib/audit-log/queries";
import { requirePermission } from "@/lib/auth";

export const metadata: Metadata = { title: "Log of openings" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OpeningsPage({ searchParams }: Props) {
  const staff = await requirePermission("readLog");
  const query = await searchParams;
  const filter = parseLogFilter(query);
  const { entries, next } = await listOpenings(filter, parseLogKey(query));
  return (
    <LogPage
      staff={staff}
      title="Log of openings"
      address="/admin/log/openings"
      filter={filter}
      next={next}
    >
      <OpeningList entries={entries} />
    </LogPage>
  );
}
