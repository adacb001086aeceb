import fresh from "fresh";
import { findDeclarationPoster } from "@/lib/cities/declaration-poster";
import { isLocale } from "@/lib/i18n/locales";
import { problemResponse } from "@/lib/problem";

type Context = { params: Promise<{ language: string }> };

/** `GET /data/declaration/en/poster.pdf`: the declaration and who signed it, on one page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { language } = await params;
  const poster = isLocale(language) ? await findDeclarationPoster(language) : null;
  if (!poster) return problemResponse(404, "There is no such poster.");
  const headers = {
    "cache-control": "no-cache",
    etag: `"${poster.tag}"`,
    "content-type": "application/pdf",
  };
  if (fresh(Object.fromEntries(request.headers), headers))
    return new Response(null, { status: 304, headers });
  const filename = `declaration-poster-${language}.pdf`;
  return new Response(new Uint8Array(poster.pdf), {
    headers: { ...headers, "content-disposition": `inline; filename="${filename}"` },
  });
}
