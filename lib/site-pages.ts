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
  "/joining",
  "/endorse",
  "/join",
  "/about",
  "/contact",
  "/rules",
  "/decisions",
  "/statistics",
  "/open-data",
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
  "open-data",
  "privacy",
  "accessibility",
] as const;
