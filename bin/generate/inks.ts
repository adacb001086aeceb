import { night, nightTowers } from "@/lib/night";

export type Ink = { text: string; towers: readonly string[] };

const oneColour = (colour: string): Ink => ({
  text: colour,
  towers: nightTowers.map(() => colour),
});

/** What the mark and its words are drawn in, by the ground or the colour that it is for. */
export const inks = {
  // The colours of the five principles on light ground, see app/theme.css.
  "on-light": {
    text: "#15172b",
    towers: ["#003356", "#706199", "#9f2b00", "#570012", "#007045"],
  },
  "on-dark": { text: night.ink, towers: nightTowers.map(({ colour }) => colour) },
  black: oneColour("#000000"),
  white: oneColour("#ffffff"),
} as const satisfies Record<string, Ink>;
