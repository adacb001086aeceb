import { judge } from "@/lib/operations/judge";
import { readinessOf } from "@/lib/operations/readiness";
import { currentReadings } from "@/lib/operations/readings";

export const dynamic = "force-dynamic";

/**
 * Whether the site can do its work, and what an operator should look at. A proxy asks for
 * ?exclude=database: without that, pages in memory can still be shown.
 */
export async function GET(request: Request): Promise<Response> {
  const needsDatabase = new URL(request.url).searchParams.get("exclude") !== "database";
  const findings = judge(await currentReadings({ maxAgeMs: 1_000 }));
  const { httpStatus, body } = readinessOf(findings, { needsDatabase });
  return Response.json(body, { status: httpStatus, headers: { "cache-control": "no-store" } });
}
