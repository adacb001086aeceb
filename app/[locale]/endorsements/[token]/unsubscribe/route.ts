import { choose } from "@/lib/endorsements/manage-commands";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";

type Context = { params: Promise<{ locale: string; token: string }> };

/**
 * One-click unsubscription (RFC 8058): a mail program posts here when its reader presses
 * "unsubscribe". It comes from anywhere, without an Origin: the token is all that it needs. It
 * stops mails and nothing else, and says the same where the link leads nowhere.
 */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  await choose((await params).token, "stopMails");
  return new Response(null, { status: 204 });
}

/** Somebody who opens the address, or a scanner, sees the page where the button is. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  return new Response(null, {
    status: 303,
    headers: { location: href(toLocale(locale), `/endorsements/${encodeURIComponent(token)}`) },
  });
}
