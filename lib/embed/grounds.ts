import { night, nightTowers } from "@/lib/night";

/** What stands on other sites cannot follow their theme, so each embed comes on both grounds. */
export const grounds = {
  light: {
    ground: "#ffffff",
    ink: "#15172b",
    // The colours of the five principles on light ground, see app/theme.css.
    towers: ["#003356", "#706199", "#9f2b00", "#570012", "#007045"],
  },
  dark: { ground: night.ground, ink: night.ink, towers: nightTowers.map(({ colour }) => colour) },
} as const;

export type Ground = keyof typeof grounds;

export const groundNames = Object.keys(grounds) as Ground[];
