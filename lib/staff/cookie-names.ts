import { siteUrl } from "@/lib/env";

/** Browsers accept the `__Secure-` prefix over TLS only. */
const nameOf = (cookie: string): string =>
  siteUrl().startsWith("https:") ? `__Secure-${cookie}` : cookie;

export const sessionCookieName = (): string => nameOf("staff-session");
export const deviceCookieName = (): string => nameOf("staff-device");
