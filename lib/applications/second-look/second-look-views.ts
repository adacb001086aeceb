export const secondLookViews = ["appeals", "approvals", "samples"] as const;

export type SecondLookView = (typeof secondLookViews)[number];
