import { grounds } from "@/lib/embed/grounds";
import { nightTowers } from "@/lib/night";

export type Ink = { text: string; towers: readonly string[] };

const oneColour = (colour: string): Ink => ({
  text: colour,
  towers: nightTowers.map(() => colour),
});

/** What the mark and its words are drawn in, by the ground or the colour that it is for. */
export const inks = {
  "on-light": { text: grounds.light.ink, towers: grounds.light.towers },
  "on-dark": { text: grounds.dark.ink, towers: grounds.dark.towers },
  black: oneColour("#000000"),
  white: oneColour("#ffffff"),
} as const satisfies Record<string, Ink>;
