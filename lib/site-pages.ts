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
  "/measured",
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
