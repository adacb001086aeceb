import { loadMotion, type DossierParams } from "@/app/data/dossiers/[language]/[slug]/load-dossier";
import { problemResponse } from "@/lib/problem";

/**
 * `GET /data/dossiers/en/ghent/motion.txt`: the model motion for a city's council, to be copied.
 */
export async function GET(_request: Request, context: DossierParams): Promise<Response> {
  const motion = await loadMotion(context);
  if (!motion) return problemResponse(404, "There is no such dossier.");
  return new Response(motion, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" },
  });
}
