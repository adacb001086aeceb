/** In ids that other programs remember: they stay the same wherever the site is served. */
export const permanentDomain = "citiesfordigitalrights.org";
