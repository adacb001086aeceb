import type { Locale } from "@/lib/i18n/locales";

export type DocumentBlock =
  | { kind: "paragraph"; text: string }
  | { kind: "subheading"; text: string }
  /** Numbered from one. */
  | { kind: "list"; entries: string[] }
  | { kind: "links"; entries: { text: string; address: string }[] }
  /** Entries that bring their own labels, such as "2.1". */
  | { kind: "labelled"; entries: { label: string; text: string }[] }
  | { kind: "answers"; entries: { name: string; value: string }[] }
  /** Numbered from one, each below a rule in its colour, e.g. "#a01c6b". */
  | { kind: "titles"; entries: { title: string; colour: string }[] };

export type DocumentSection = { title: string; blocks: readonly DocumentBlock[] };

export type TextDocument = {
  locale: Locale;
  title: string;
  lead?: string;
  /** For the file's properties. */
  subject?: string;
  /** Fixes the creation date, so that the same document gives the same file. */
  writtenOn?: Date;
  sections: readonly DocumentSection[];
};
