import { isLocale } from "@/lib/i18n/locales";

/**
 * A page of this site, without its language so that it leads to the reader's: `/en/cities/ghent`,
 * as copied from a browser, becomes `/cities/ghent`. Null for any other address.
 */
export function ownPathOf(address: string): `/${string}` | null {
  if (!/^\/(?!\/|%5c)[^\\]*$/i.test(address)) return null;
  const [first = "", ...rest] = address.slice(1).split("/");
  return isLocale(first) ? `/${rest.join("/")}` : (address as `/${string}`);
}

/** An address that is no page of this site; null for a scheme that could run something. */
export function foreignAddressOf(address: string): string | null {
  const url = /^(https?:\/\/|mailto:)/i.test(address) ? URL.parse(address) : null;
  return url && !url.username && !url.password ? url.href : null;
}
