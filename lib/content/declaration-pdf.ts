import files from "@/lib/content/declaration-pdf.json";
import type { Locale } from "@/lib/i18n/locales";

/**
 * A PDF of the declaration: its address on the site, its size, and the fingerprint of the words it
 * was made from.
 */
export type DeclarationPdf = { address: string; bytes: number; fingerprint: string };

const byLocale: Readonly<Record<string, DeclarationPdf | undefined>> = files;

/** The PDF in a language, made by `npm run generate:declaration`. */
export const findDeclarationPdf = (locale: Locale): DeclarationPdf | undefined => byLocale[locale];
