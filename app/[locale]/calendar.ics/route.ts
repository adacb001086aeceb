import { dayNotOverYet } from "@/lib/calendar/dates";
import { formatCalendar } from "@/lib/calendar/ical";
import { isLocale } from "@/lib/i18n/locales";
import { listCalendarEvents } from "@/lib/publications/queries";

export const dynamic = "force-dynamic";

/** `GET /en/calendar.ics`: all events, to subscribe to. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[locale]/calendar.ics">,
): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const events = await listCalendarEvents(locale);
  const today = dayNotOverYet(new Date());
  return new Response(await formatCalendar(locale, "/calendar.ics", events, today), {
    headers: { "content-type": "text/calendar; charset=utf-8" },
  });
}
