import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentLocale } from "@/app/[locale]/locale";
import { findApplicationByToken, type ApplicantsView } from "@/lib/applications/queries";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import type { Locale } from "@/lib/i18n/locales";

type StatusTexts = ReturnType<typeof translator<"status">>;

export type TokenParams = { params: Promise<{ token: string }> };

/**
 * The application that the address leads to; an unknown or expired link is a 404, for which the
 * front door has a page that helps.
 */
export async function getApplication(token: string): Promise<ApplicantsView> {
  return (await findApplicationByToken(token)) ?? notFound();
}

/** Address of the status page, or of a page below it. */
export const statusHref = (
  locale: Locale,
  token: string,
  page: "" | "/appeal" | "/correct" | "/withdraw" | "/application.pdf" = "",
): string => href(locale, `/applications/${encodeURIComponent(token)}${page}`);

/**
 * The address is a secret: no search engine keeps it, and no other site is told of it. Not
 * `no-referrer`: under that, browsers hide from the site itself where a form came from, and Next
 * refuses it.
 */
export async function secretPageMetadata(
  { params }: TokenParams,
  titleOf?: (t: StatusTexts, application: ApplicantsView) => string,
): Promise<Metadata> {
  const application = await findApplicationByToken((await params).token);
  const t = translator(await currentLocale(), "status");
  if (!application) return {};
  const title = titleOf ? titleOf(t, application) : t("pageTitle", { city: application.city.name });
  return {
    title,
    description: t("description"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}
