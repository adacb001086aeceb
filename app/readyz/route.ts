import { missingMigrations } from "@/lib/database/missing-migrations";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/** The site can do its work: the database answers and has every migration. */
export async function GET(): Promise<Response> {
  try {
    const missing = await missingMigrations();
    return missing.length === 0 ? answer(200, { status: "ready" }) : answer(503, { status: "migrations missing", missing });
  } catch (error) {
    log.warn(error, "The database does not answer.");
    return answer(503, { status: "database unreachable" });
  }
}

const answer = (status: number, body: object) => Response.json(body, { status, headers: { "cache-control": "no-store" } });
