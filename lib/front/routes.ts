import { signatoryFilterSchema } from "@/lib/cities/schema";
import { askedFilterSchema } from "@/lib/endorsements/asked-filter";
import { isLocale } from "@/lib/i18n/locales";

/**
 * How an address is answered:
 * - `page`: a public page. Rendered without scripts and remembered.
 * - `personal`: a page for one reader, such as the status of an application. Without scripts too, never remembered.
 * - `sealed`: the form of an ask, sealed when it is opened. The same, but for the one script that does a proof of work while the site asks for that.
 * - `late`: the join form. With scripts that carry the answer's nonce, fetched when somebody begins to fill it in.
 * - `scripted`: the staff panel. From Next, with scripts that carry the answer's nonce.
 * - `direct`: files, data and health. From Next as they are.
 */
export type Route = "page" | "personal" | "sealed" | "late" | "scripted" | "direct";

const direct = ["", "_next", "api", "data", "healthz", "readyz"];
/** Written by Next from the site's content, like a page. */
const remembered = ["robots.txt", "sitemap.xml"];

/** @param path the path of the request, without its query */
export function routeOf(path: string): Route {
  const [first = "", second, ...rest] = path.split("/").slice(1);
  if (isLocale(first)) {
    if (second === "join" && rest.length === 0) return "late";
    if (second === "endorse") return rest[0] === "ask" ? "sealed" : "page";
    return second === "applications" || second === "endorsements" ? "personal" : "page";
  }
  if (first === "admin") return "scripted";
  if (first === "dev") return "personal";
  const isFile = path.slice(path.lastIndexOf("/")).includes(".") && !(remembered.includes(first) && second === undefined);
  return direct.includes(first) || isFile ? "direct" : "page";
}

/** The questions that public pages understand; all others are taken away, so that they make no new pages. */
const knownQuestions: Record<string, readonly string[]> = {
  cities: Object.keys(signatoryFilterSchema.shape),
  asked: Object.keys(askedFilterSchema.shape),
  join: ["reference"],
};

/** The address of a page with only the questions that it knows, in one order. */
export function canonicalAddress(path: string, questions: URLSearchParams): string {
  const known = knownQuestions[path.split("/")[2] ?? ""] ?? [];
  const asked = new URLSearchParams(known.map((name) => [name, questions.get(name) ?? ""]).filter(([, value]) => value !== ""));
  return asked.size > 0 ? `${path}?${asked}` : path;
}
