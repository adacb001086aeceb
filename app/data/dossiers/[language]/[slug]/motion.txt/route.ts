import { loadMotion, type DossierParams } from "@/app/data/dossiers/[language]/[slug]/load-dossier";

/**
 * `GET /data/dossiers/en/ghent/motion.txt`: the model motion for a city's council, to be copied.
 */
export async function GET(_request: Request, context: DossierParams): Promise<Response> {
  const motion = await loadMotion(context);
  if (!motion) return Response.json({ error: "There is no such dossier." }, { status: 404 });
  return new Response(motion, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" },
  });
}
