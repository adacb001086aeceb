/**
 * The badge that members show on their own sites, made by `npm run generate:icons`. It is the same
 * for all of them.
 */
export const memberBadges = [
  { ground: "dark", address: "/member-badge-dark.svg" },
  { ground: "light", address: "/member-badge-light.svg" },
] as const;

export const badgeSize = { width: 320, height: 88 };
