import { dayNotOverYet } from "@/lib/calendar/dates";
import { formatCalendar } from "@/lib/calendar/ical";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { findWithdrawal, listCalendarEvents } from "@/lib/publications/queries";

export const dynamic = "force-dynamic";

/** `GET /en/events/webinar.ics`: one event, for a calendar. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[locale]/events/[file]">,
): Promise<Response> {
  const { locale, file } = await params;
  const events = isLocale(locale) ? await listCalendarEvents(locale) : [];
  const event = events.find(({ slug }) => file === `${slug}.ics`);
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  if (!event) return answerMissing(locale, file.replace(/\.ics$/, ""));
  const today = dayNotOverYet(new Date());
  return new Response(await formatCalendar(locale, `/events/${file}`, [event], today), {
    headers: { "content-type": "text/calendar; charset=utf-8" },
  });
}

async function answerMissing(locale: Locale, slug: string): Promise<Response> {
  const withdrawal = await findWithdrawal("events", slug);
  if (!withdrawal) return new Response(null, { status: 404 });
  const sentence = translator(locale, "publications")("withdrawnOn", {
    date: new Date(withdrawal.date),
  });
  return new Response(`${sentence}\n${withdrawal.reason}\n`, {
    status: 410,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
