import { readMigrationState } from "@/lib/database/migration-state";
import { prisma } from "@/lib/db";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/**
 * The site can do its work: the database answers, has every migration, and none of a newer release.
 */
export async function GET(): Promise<Response> {
  try {
    const { missing, unknown } = await readMigrationState((sql) => prisma.$queryRawUnsafe(sql));
    if (unknown.length > 0) return answer(503, { status: "migrations unknown", unknown });
    return missing.length === 0
      ? answer(200, { status: "ready" })
      : answer(503, { status: "migrations missing", missing });
  } catch (error) {
    log.warn(error, "Database unreachable");
    return answer(503, { status: "database unreachable" });
  }
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });
