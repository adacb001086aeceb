import { EmbedFrame } from "@/components/embed/embed-frame";
import { EmbedPicture } from "@/components/embed/embed-picture";
import { parseEmbedPath } from "@/lib/embed/address";
import { findEmbedContent } from "@/lib/embed/queries";
import { isLocale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/**
 * `GET /en/embed/counter`, `/en/embed/cities/ghent/counter`, `/en/embed/cities/amsterdam/badge`:
 * for a frame on another site; with `-dark` on dark ground, with `.svg` as a picture.
 */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[locale]/embed/[...path]">,
): Promise<Response> {
  const { locale, path } = await params;
  const embed = parseEmbedPath(path);
  const content = isLocale(locale) && embed && (await findEmbedContent(locale, embed.subject));
  if (!content) return new Response(null, { status: 404 });
  // Next refuses a static import of this module in what runs on the server alone.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const { ground } = embed;
  if (embed.form === "picture")
    return new Response(
      renderToStaticMarkup(<EmbedPicture locale={locale} ground={ground} {...content} />),
      { headers: { "content-type": "image/svg+xml; charset=utf-8" } },
    );
  const frame = renderToStaticMarkup(<EmbedFrame {...{ locale, ground, content }} />);
  return new Response(`<!doctype html>${frame}`, {
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}
