import { startOfDay } from "@/lib/durations";
import { feedTypes, parseFeedFile } from "@/lib/feeds/feeds";
import { listFeedEntries } from "@/lib/feeds/queries";
import { renderFeed } from "@/lib/feeds/render-feed";
import { isLocale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/** `GET /en/feeds/news.atom`, `.rss` or `.json`; see `lib/feeds/feeds.ts` for the other feeds. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[locale]/feeds/[file]">,
): Promise<Response> {
  const { locale, file } = await params;
  const feed = isLocale(locale) ? parseFeedFile(file) : null;
  if (!isLocale(locale) || !feed) return new Response(null, { status: 404 });
  const { name, format } = feed;
  const entries = await listFeedEntries(locale, name);
  const body = renderFeed(format, { locale, name, entries, now: startOfDay(new Date()) });
  return new Response(body, {
    headers: { "content-type": `${feedTypes[format]}; charset=utf-8` },
  });
}
