import { z } from "zod";
import { parseOembedUrl, oembedFields, oembedXml } from "@/lib/embed/oembed";
import { findEmbedContent } from "@/lib/embed/queries";
import { translator } from "@/lib/i18n/translator";
import { problemResponse } from "@/lib/problem";

const room = z.coerce.number().int().positive().catch(Infinity);
const parameters = z.object({ url: z.string().min(1), maxwidth: room, maxheight: room });

/**
 * `GET /data/oembed?url=https%3A%2F%2F…%2Fen%2Fcities%2Fghent&format=json`: how to embed a page
 * (oembed.com). `format` may be xml; `maxwidth` and `maxheight` are kept.
 */
export async function GET(request: Request): Promise<Response> {
  const { format = "json", ...query } = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = parameters.safeParse(query);
  if (!parsed.success) return problemResponse(400, "The parameter url is missing.");
  if (format !== "json" && format !== "xml")
    return problemResponse(501, "The formats are json and xml.");
  const { url, maxwidth, maxheight } = parsed.data;
  const page = parseOembedUrl(url);
  const found = page && (await findSubject(page));
  if (!found)
    return problemResponse(404, "Only the home page and the pages of cities can be embedded.");
  const { locale } = page;
  const fields = oembedFields({ locale, ...found }, translator(locale, "site")("name"), {
    width: maxwidth,
    height: maxheight,
  });
  return format === "xml"
    ? new Response(oembedXml(fields), { headers: { "content-type": "text/xml; charset=utf-8" } })
    : Response.json(fields);
}

/** A member's page is embedded as a badge, that of another city as a counter. */
async function findSubject({ locale, citySlug }: NonNullable<ReturnType<typeof parseOembedUrl>>) {
  const subjects = citySlug
    ? ([
        { kind: "badge", slug: citySlug },
        { kind: "cityCounter", slug: citySlug },
      ] as const)
    : ([{ kind: "counter" }] as const);
  for (const subject of subjects) {
    const content = await findEmbedContent(locale, subject);
    if (content) return { subject, title: `${content.title}. ${content.text}` };
  }
  return null;
}
