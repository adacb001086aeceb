export const logoSize = { width: 672, height: 160 };

/** Shown on the press page; made, as all in the press kit, by `npm run generate:icons`. */
export const shownLogos = [
  { ground: "light", address: "/logo/logo-on-light.svg" },
  { ground: "dark", address: "/logo/logo-on-dark.svg" },
] as const;
