import { href } from "@/lib/i18n/href";
import { negotiateLocale } from "@/lib/i18n/locales";

/**
 * The bare address leads to the visitor's language. Nothing is remembered: the browser says it each
 * time.
 */
export function GET(request: Request): Response {
  const locale = negotiateLocale(request.headers.get("accept-language"));
  return new Response(null, {
    status: 307,
    headers: { location: href(locale, "/"), vary: "Accept-Language" },
  });
}
