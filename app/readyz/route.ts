import { judge } from "@/lib/operations/judge";
import { readinessOf } from "@/lib/operations/readiness";
import { currentReadings } from "@/lib/operations/readings";

export const dynamic = "force-dynamic";

/** Whether the site can do its work, and what an operator should look at. */
export async function GET(): Promise<Response> {
  const { httpStatus, body } = readinessOf(judge(await currentReadings({ maxAgeMs: 1_000 })));
  return Response.json(body, { status: httpStatus, headers: { "cache-control": "no-store" } });
}
