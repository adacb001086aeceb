import { siteUrl } from "@/lib/env";

/** Browsers take a name that begins with `__Secure-` over TLS alone. */
const nameOf = (cookie: string): string =>
  siteUrl().startsWith("https:") ? `__Secure-${cookie}` : cookie;

export const sessionCookieName = (): string => nameOf("staff-session");
export const deviceCookieName = (): string => nameOf("staff-device");
