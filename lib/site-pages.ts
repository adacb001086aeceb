export const sitePages = [
  "/",
  "/principles",
  "/declaration",
  "/actions",
  "/cities",
  "/asked",
  "/news",
  "/press",
  "/events",
  "/follow",
  "/embed",
  "/joining",
  "/endorse",
  "/join",
  "/about",
  "/contact",
  "/rules",
  "/decisions",
  "/statistics",
  "/privacy",
  "/accessibility",
] as const;

/** Their texts are `content/<locale>/pages/<name>.mdx`. */
export const contentPages = [
  "joining",
  "endorse",
  "about",
  "contact",
  "privacy",
  "accessibility",
] as const;
