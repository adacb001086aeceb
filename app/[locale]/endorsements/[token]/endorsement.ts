import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import type { ConfirmView } from "@/lib/endorsements/pages/confirm-page";
import { isExpired } from "@/lib/endorsements/retention/retention-periods";
import { findEndorsementByToken, type ResidentsView } from "@/lib/endorsements/resident-queries";
import { translator } from "@/lib/i18n/translator";
import { pageView } from "@/lib/process/page-view";

export type TokenParams = { params: Promise<{ token: string }> };

/** The front door has read what thousands open at once. */
export const viewToConfirm = () => pageView<ConfirmView>("confirm");

/** The page and its metadata ask for the same one. */
const findOnce = cache(
  async (token: string) => viewToConfirm()?.endorsement ?? findEndorsementByToken(token),
);

/**
 * The endorsement that the address leads to; where there is none, or no longer, a 404, for which
 * the front door has a page that helps.
 */
export async function getEndorsement(token: string): Promise<ResidentsView> {
  const endorsement = await findOnce(token);
  return endorsement && !isExpired(endorsement, new Date()) ? endorsement : notFound();
}

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
