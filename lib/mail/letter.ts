import type { Locale } from "@/lib/i18n/locales";

export type Quotation = { introduction: string; words: string };

/** Every string is in the language of the reader. */
export type Letter = {
  locale: Locale;
  subject: string;
  heading: string;
  greeting: string;
  paragraphs: (string | Quotation)[];
  action: { label: string; url: string };
  furtherLinks?: { label: string; url: string }[];
  reference?: string;
  reason: string;
};

export const linesOf = (text: string): string[] => text.trim().split(/\r\n|\r|\n/);
