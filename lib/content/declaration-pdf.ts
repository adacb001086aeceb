import files from "@/lib/content/declaration-pdf.json";
import type { Locale } from "@/lib/i18n/locales";

/** Made by `npm run generate:declaration`; the fingerprint is of the source text. */
export type DeclarationPdf = { address: string; bytes: number; fingerprint: string };

const byLocale: Readonly<Record<string, DeclarationPdf | undefined>> = files;

export const findDeclarationPdf = (locale: Locale): DeclarationPdf | undefined => byLocale[locale];
