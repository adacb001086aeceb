import fresh from "fresh";
import {
  loadDossier,
  type DossierParams,
} from "@/app/data/dossiers/[language]/[slug]/load-dossier";
import { cachedDossierPdf } from "@/lib/endorsements/dossier/dossier-cache";
import { hasPdf } from "@/lib/pdf/tagged-pdf";
import { problemResponse } from "@/lib/problem";

/** `GET /data/dossiers/en/ghent/dossier.pdf`: the dossier of a city as a tagged PDF. */
export async function GET(request: Request, context: DossierParams): Promise<Response> {
  const dossier = await loadDossier(context);
  if (!dossier || !hasPdf(dossier.locale)) return problemResponse(404, "There is no such dossier.");
  const { pdf, tag } = await cachedDossierPdf(dossier);
  const headers = {
    "cache-control": "no-cache",
    etag: `"${tag}"`,
    "content-type": "application/pdf",
  };
  if (fresh(Object.fromEntries(request.headers), headers))
    return new Response(null, { status: 304, headers });
  const { slug } = await context.params;
  return new Response(new Uint8Array(pdf), {
    headers: { ...headers, "content-disposition": `inline; filename="dossier-${slug}.pdf"` },
  });
}
