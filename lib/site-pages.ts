/** The pages that stand for themselves, without those of a city, a principle or a news item. */
export const sitePages = [
  "/",
  "/principles",
  "/declaration",
  "/cities",
  "/asked",
  "/news",
  "/press",
  "/events",
  "/joining",
  "/endorse",
  "/join",
  "/about",
  "/contact",
  "/privacy",
  "/accessibility",
] as const;

/** Of these, the ones whose text is a file of its own, `content/<locale>/pages/<name>.mdx`. */
export const contentPages = [
  "joining",
  "endorse",
  "about",
  "contact",
  "privacy",
  "accessibility",
] as const;
