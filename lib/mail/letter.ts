import type { Locale } from "@/lib/i18n/locales";

/** Somebody's own words, shown as theirs; line breaks are kept. */
export type Quotation = { introduction: string; words: string };

/**
 * What a mail says, before it is set as plain text and as HTML. Every string is in the reader's
 * language.
 */
export type Letter = {
  locale: Locale;
  subject: string;
  heading: string;
  greeting: string;
  paragraphs: (string | Quotation)[];
  /** The one thing to do next. */
  action: { label: string; url: string };
  /** Other ways on, below the reference number. */
  furtherLinks?: { label: string; url: string }[];
  reference?: string;
  /** Why the reader gets this mail. */
  reason: string;
};

/** A text in lines, as its writer broke them. */
export const linesOf = (text: string): string[] => text.trim().split(/\r\n|\r|\n/);
