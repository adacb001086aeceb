import { dayNotOverYet } from "@/lib/calendar/dates";
import { formatCalendar } from "@/lib/calendar/ical";
import { listCalendarEvents } from "@/lib/calendar/queries";
import { isLocale } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/** `GET /en/events/webinar.ics`: one event, for a calendar. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[locale]/events/[file]">,
): Promise<Response> {
  const { locale, file } = await params;
  const events = isLocale(locale) ? await listCalendarEvents(locale) : [];
  const event = events.find(({ slug }) => file === `${slug}.ics`);
  if (!isLocale(locale) || !event) return new Response(null, { status: 404 });
  const today = dayNotOverYet(new Date());
  return new Response(await formatCalendar(locale, `/events/${file}`, [event], today), {
    headers: { "content-type": "text/calendar; charset=utf-8" },
  });
}
