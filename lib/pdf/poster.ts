import type { Locale } from "@/lib/i18n/locales";

export type PosterName = {
  name: string;
  /** Given to screen readers instead, where a mark stands before the name. */
  marked?: string;
};

/** One page, to be hung on a wall. */
export type Poster = {
  locale: Locale;
  title: string;
  /** For the file's properties. */
  subject: string;
  /** The day of the list, which is the creation date too. */
  writtenOn: Date;
  /** Numbered from one, each in its colour, e.g. "#a01c6b". */
  principles: { title: string; colour: string }[];
  names: { title: string; legend: string; entries: PosterName[] };
  notes: string[];
  /** Of the site, in full. */
  address: string;
};

type PlacedName = PosterName & { x: number; baseline: number };

/** In points. */
export type NameWall = { size: number; height: number; names: PlacedName[] };

/** Where the parts are, in points from the top of an A3 page. */
export type PosterLayout = {
  principles: { top: number; height: number }[];
  names: number;
  wall: NameWall;
  foot: number;
};
