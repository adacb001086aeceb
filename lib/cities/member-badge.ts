/** Made by `npm run generate:icons`. */
export const memberBadges = [
  { ground: "dark", address: "/member-badge-dark.svg" },
  { ground: "light", address: "/member-badge-light.svg" },
] as const;

export const badgeSize = { width: 320, height: 88 };
