import { findApplicationByToken } from "@/lib/applications/queries";
import { buildApplicationDocument } from "@/lib/applications/summary";
import { toLocale } from "@/lib/i18n/locales";
import { documentPdf } from "@/lib/pdf/document-pdf";
import { hasPdf } from "@/lib/pdf/tagged-pdf";

type Context = { params: Promise<{ locale: string; token: string }> };

/**
 * `GET /en/applications/…/application.pdf`: what was submitted, as a tagged PDF. Like its page it
 * is for whoever has the link.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale: name, token } = await params;
  const locale = toLocale(name);
  const application = hasPdf(locale) ? await findApplicationByToken(token) : null;
  if (!application)
    return Response.json({ error: "There is no such application." }, { status: 404 });
  const pdf = await documentPdf(buildApplicationDocument(locale, application, new Date()));
  return new Response(new Uint8Array(pdf), { headers: { "content-type": "application/pdf" } });
}
