"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { LanguageLinkProps } from "@/components/site/language-link-props";
import { inLanguage } from "@/lib/i18n/in-language";

/**
 * Leads to the page that is shown, in another language. A client component for the same reason as
 * the links of the sections.
 */
export function LanguageLink({ locale, current, ...link }: LanguageLinkProps) {
  const query = useSearchParams().toString();
  return <a href={inLanguage(usePathname(), current, locale) + (query && `?${query}`)} {...link} />;
}
