import type { Locale } from "@/lib/i18n/locales";

/** A part of a document's text; a page can show the same parts. */
export type DocumentBlock =
  | { kind: "paragraph"; text: string }
  | { kind: "subheading"; text: string }
  /** Numbered from one. */
  | { kind: "list"; entries: string[] }
  | { kind: "links"; entries: { text: string; address: string }[] }
  /** Entries that bring their own labels, such as "2.1". */
  | { kind: "labelled"; entries: { label: string; text: string }[] }
  /** What was asked, and what was answered. */
  | { kind: "answers"; entries: { name: string; value: string }[] }
  /** Titles that stand out, numbered from one, each below a rule in its colour (e.g. "#a01c6b"). */
  | { kind: "titles"; entries: { title: string; colour: string }[] };

export type DocumentSection = { title: string; blocks: readonly DocumentBlock[] };

/** A document that is text alone. */
export type TextDocument = {
  locale: Locale;
  title: string;
  lead?: string;
  /** What it is about, for its properties. */
  subject?: string;
  /** When it was written; the same document made later is the same file. */
  writtenOn?: Date;
  sections: readonly DocumentSection[];
};
