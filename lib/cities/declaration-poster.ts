import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { foundersFirst } from "@/lib/cities/founders-first";
import { listSignatories } from "@/lib/cities/queries";
import { getDeclaration } from "@/lib/content/queries";
import { startOfDay } from "@/lib/durations";
import { siteUrl } from "@/lib/env";
import { locales, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Poster } from "@/lib/pdf/poster";
import { posterPdf } from "@/lib/pdf/poster-pdf";
import { principleColours } from "@/lib/pdf/principle-colours";
import { hasPdf } from "@/lib/pdf/tagged-pdf";

export type DeclarationPoster = { pdf: Buffer; tag: string };

const cache = new LRUCache<string, Promise<Buffer>>({ max: 2 * locales.length });

/**
 * The declaration and the cities of today's list on one page; null in a language without the
 * declaration or with letters that PDFs lack. Cached by content, with which `tag` changes.
 */
export async function findDeclarationPoster(locale: Locale): Promise<DeclarationPoster | null> {
  const declaration = await getDeclaration(locale);
  if (declaration.locale !== locale || !hasPdf(locale)) return null;
  const poster = await writePoster(locale, startOfDay(new Date()));
  const tag = createHash("sha256").update(JSON.stringify(poster)).digest("base64url").slice(0, 22);
  const known = cache.get(tag);
  if (known) return { pdf: await known, tag };
  const making = posterPdf(poster);
  cache.set(tag, making);
  // A failure is not cached.
  making.catch(() => cache.delete(tag));
  return { pdf: await making, tag };
}

async function writePoster(locale: Locale, today: Date): Promise<Poster> {
  const t = translator(locale, "declarationPoster");
  const { title, version, date, principles } = await getDeclaration(locale);
  const signatories = await listSignatories({}, locale);
  return {
    locale,
    title,
    subject: t("subject"),
    writtenOn: today,
    principles: principles.map((principle, index) => ({
      title: principle,
      colour: principleColours[index] ?? "",
    })),
    names: {
      title: t("signedBy", { count: signatories.length, date: today }),
      legend: t("legend"),
      entries: foundersFirst(signatories).map(({ name, isFounder }) => ({
        name,
        ...(isFounder && { marked: t("founder", { city: name }) }),
      })),
    },
    notes: [t("signedText", { version, date: new Date(date) }), t("licence")],
    address: siteUrl(),
  };
}
