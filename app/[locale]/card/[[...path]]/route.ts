import { drawCard } from "@/app/[locale]/card/draw-card";
import { findCard } from "@/lib/cards/queries";
import { isLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export const dynamic = "force-dynamic";

/**
 * `GET /en/card/cities/ghent`: the social card of `/en/cities/ghent`, as PNG. The front door
 * remembers it like the page.
 */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[locale]/card/[[...path]]">,
): Promise<Response> {
  const { locale, path = [] } = await params;
  const card = isLocale(locale) && (await findCard(locale, `/${path.join("/")}`));
  if (!card) return new Response(null, { status: 404 });
  const png = await drawCard(card, translator(locale, "site")("name"));
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
}
