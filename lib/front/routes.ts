import { isLocale } from "@/lib/i18n/locales";

/**
 * How an address is answered:
 * - `page`: a public page. Rendered without scripts and remembered.
 * - `personal`: a page for one reader, such as the status of an application. Without scripts too, never remembered.
 * - `scripted`: the join form and the staff panel. From Next, with scripts that carry the answer's nonce.
 * - `direct`: files, data and health. From Next as they are.
 */
export type Route = "page" | "personal" | "scripted" | "direct";

const direct = ["_next", "api", "data", "dev", "healthz", "readyz"];

/** @param path the path of the request, without its query */
export function routeOf(path: string): Route {
  const [first = "", second, ...rest] = path.split("/").slice(1);
  const last = rest.at(-1) ?? second ?? first;
  // The bare address leads each visitor to their own language.
  if (path === "/") return "direct";
  if (first === "admin") return "scripted";
  if (direct.includes(first) || last.includes(".")) return "direct";
  if (!isLocale(first)) return "page";
  if (second === "join") return rest.length === 0 ? "scripted" : "page";
  return second === "applications" ? "personal" : "page";
}

/** The questions that public pages understand; all others are taken away, so that they make no new pages. */
const knownQuestions: Record<string, readonly string[]> = {
  cities: ["q", "country", "year", "page"],
  join: ["reference"],
};

/** The address of a page with only the questions that it knows, in one order. */
export function canonicalAddress(url: URL): string {
  const known = knownQuestions[url.pathname.split("/")[2] ?? ""] ?? [];
  const asked = new URLSearchParams(known.flatMap((name) => (url.searchParams.get(name) ? [[name, url.searchParams.get(name) ?? ""]] : [])));
  return asked.size > 0 ? `${url.pathname}?${asked}` : url.pathname;
}
