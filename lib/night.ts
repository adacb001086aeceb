/** For icons, social cards and mails, without style sheets. Same as `night` in app/theme.css. */
export const night = {
  ground: "#0e1024",
  ink: "#f3f0e8",
  softInk: "#bdbbb6",
  line: "#34374d",
} as const;

/** One tower for each principle, from left to right. */
export const nightTowers = [
  { floors: 4, colour: "#4fa3de" },
  { floors: 6, colour: "#f2e3ff" },
  { floors: 7, colour: "#ff9d5e" },
  { floors: 5, colour: "#da639f" },
  { floors: 3, colour: "#9cd9aa" },
] as const;
