import type { Metadata } from "next";
import { LogPage } from "@/app/admin/log/log-page";
import { LogList } from "@/components/staff/log-list";
import { parseLogFilter, parseLogKey } from "@/lib/audit-log/log-filter";
import { listLog } from "@/lib/audit-log/queries";
import { requirePermission } from "@/lib/auth";

export const metadata: Metadata = { title: "Log" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ActionLogPage({ searchParams }: Props) {
  const staff = await requirePermission("readLog");
  const query = await searchParams;
  const filter = parseLogFilter(query);
  const { entries, next } = await listLog(filter, parseLogKey(query));
  return (
    <LogPage staff={staff} title="Log" address="/admin/log" filter={filter} next={next}>
      <LogList entries={entries} />
    </LogPage>
  );
}
