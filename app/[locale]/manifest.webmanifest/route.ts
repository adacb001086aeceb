import type { MetadataRoute } from "next";
import { href } from "@/lib/i18n/href";
import { directionOf, isLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { night } from "@/lib/night";

export const dynamic = "force-dynamic";

/**
 * `GET /en/manifest.webmanifest`: how the site is named and drawn where a visitor keeps it beside
 * their programs.
 */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[locale]/manifest.webmanifest">,
): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const t = translator(locale, "site");
  const manifest: MetadataRoute.Manifest = {
    id: href(locale, "/"),
    start_url: href(locale, "/"),
    scope: "/",
    name: t("name"),
    short_name: t("shortName"),
    description: t("description"),
    lang: locale,
    dir: directionOf(locale),
    // Links are followed and addresses read as in any browser.
    display: "browser",
    background_color: night.ground,
    theme_color: night.ground,
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/icon-192.png", type: "image/png", sizes: "192x192" },
      { src: "/icon-512.png", type: "image/png", sizes: "512x512" },
      { src: "/icon-maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
  };
  return Response.json(manifest, { headers: { "content-type": "application/manifest+json" } });
}
