import fresh from "fresh";
import { loadPressFigures } from "@/lib/cities/press-figures";
import { isLocale } from "@/lib/i18n/locales";
import { pressKitOf } from "@/lib/press/press-kit";
import { readPublicAddresses } from "@/lib/settings/public-addresses";
import { problemResponse } from "@/lib/problem";

type Params = { params: Promise<{ language: string }> };

/** `GET /data/en/press-kit.zip`: logos, texts and facts for whoever reports on the coalition. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { language } = await params;
  if (!isLocale(language)) return problemResponse(404, "There is no such press kit.");
  const { press } = await readPublicAddresses();
  const { archive, tag } = pressKitOf(language, await loadPressFigures(), press);
  const headers = {
    "content-type": "application/zip",
    "cache-control": "no-cache",
    etag: `"${tag}"`,
  };
  if (fresh(Object.fromEntries(request.headers), headers))
    return new Response(null, { status: 304, headers });
  return new Response(archive, {
    headers: {
      ...headers,
      "content-disposition": `attachment; filename="press-kit-${language}.zip"`,
    },
  });
}
