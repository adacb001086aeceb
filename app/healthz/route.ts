/** The process lives. Says nothing about the database: see /readyz. */
export function GET(): Response {
  return Response.json({ status: "alive" }, { headers: { "cache-control": "no-store" } });
}

export const dynamic = "force-dynamic";
