import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { isExpired } from "@/lib/endorsements/retention/retention-periods";
import { findEndorsementByToken, type ResidentsView } from "@/lib/endorsements/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export type TokenParams = { params: Promise<{ token: string }> };

/** The page and its metadata ask for the same one. */
const findOnce = cache((token: string) => findEndorsementByToken(token));

/**
 * The endorsement that the address leads to; where there is none, or no longer, a 404, for which
 * the front door has a page that helps.
 */
export async function getEndorsement(token: string): Promise<ResidentsView> {
  const endorsement = await findOnce(token);
  return endorsement && !isExpired(endorsement, new Date()) ? endorsement : notFound();
}

/** Address of the page of an endorsement, or of one below it. */
export const endorsementHref = (locale: Locale, token: string, page: "" | "/end" = ""): string =>
  href(locale, `/endorsements/${encodeURIComponent(token)}${page}`);

export const cityNameOf = ({ place }: ResidentsView): string => place.city?.name ?? place.name;

/** The address is a secret: see `applications/[token]/application.ts`. */
export async function secretPageMetadata({ params }: TokenParams): Promise<Metadata> {
  const endorsement = await findOnce((await params).token);
  const t = translator(await currentLocale(), "endorsePage");
  if (!endorsement) return {};
  return {
    title: t("title", { city: cityNameOf(endorsement) }),
    description: t("description"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}
