import { actionFilterSchema } from "@/lib/actions/schema";
import { decisionFilterSchema } from "@/lib/applications/decision-log/decision-filter";
import { signatoryFilterSchema } from "@/lib/cities/schema";
import { endorsedCitiesFilterSchema } from "@/lib/endorsements/city-progress/endorsed-cities-filter";
import { speculationRulesPath } from "@/lib/front/speculation";
import { isLocale } from "@/lib/i18n/locales";

// Without scripts: `public` (same for all, in memory), `openData` (the same, and scripts of other
// sites may read it), `private` (for one reader, never cached) and `inlineScript` (private, may
// carry the proof-of-work script). With scripts: `deferredScripts` (join form, fetched on first
// use) and `scripted` (staff panel). `formScripts` is what the join form fetches then, for all
// alike. `dictionary` is what pages are compressed with, `speculationRules` say which ones browsers
// may fetch early. The others go to Next unchanged.
export type Route =
  | "public"
  | "openData"
  | "private"
  | "inlineScript"
  | "deferredScripts"
  | "scripted"
  | "formScripts"
  | "dictionary"
  | "speculationRules"
  | "passthrough"
  | "health";

const healthChecks = ["healthz", "readyz"];
const passedThrough = ["", "_next", "api", "data"];
/** Made from what is public, so cached like a page. */
const generatedFiles = ["/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/data/oembed"];
const openData = ["v1", "catalog.jsonld", "catalog.ttl", "cities", "pictures"];

export function routeOf(path: string): Route {
  const [first = "", second, ...rest] = path.split("/").slice(1);
  if (isLocale(first)) return routeOfSitePage(second, rest);
  if (first === "admin") return "scripted";
  if (first === "dev") return "private";
  if (healthChecks.includes(first)) return "health";
  if (first === "dictionaries") return "dictionary";
  if (path === speculationRulesPath) return "speculationRules";
  if (generatedFiles.includes(path)) return "public";
  if (first === "data" && openData.includes(second ?? "")) return "openData";
  const isFile = path.slice(path.lastIndexOf("/")).includes(".");
  const isDevelopmentTool = first.startsWith("__nextjs");
  return passedThrough.includes(first) || isDevelopmentTool || isFile ? "passthrough" : "public";
}

/** Behind links that were mailed. */
const forOneReaderOnly = ["applications", "endorsements", "membership", "city-page"];

function routeOfSitePage(section: string | undefined, rest: string[]): Route {
  if (section === "join" && rest.length === 0) return "deferredScripts";
  if (section === "join" && rest.join("/") === "scripts.js") return "formScripts";
  if (section === "join" && rest[0] === "continue") return "deferredScripts";
  if (section === "join" && (rest[0] === "submitted" || rest[0] === "saved")) return "private";
  if (section === "endorse") return rest[0] === "ask" ? "inlineScript" : "public";
  return forOneReaderOnly.includes(section ?? "") ? "private" : "public";
}

/** The join form before anything is posted: the same for all but for its key. */
export const isNewForm = (path: string): boolean => /^\/[^/]+\/join$/.test(path);

const forOneReader: readonly Route[] = ["private", "inlineScript", "deferredScripts", "scripted"];

export const mayBePrefetched = (route: Route): boolean => !forOneReader.includes(route);

const filters = {
  cities: signatoryFilterSchema,
  actions: actionFilterSchema,
  asked: endorsedCitiesFilterSchema,
  decisions: decisionFilterSchema,
};

type Filter = (typeof filters)[keyof typeof filters];

const filterOf = (path: string): Filter | undefined => {
  const [, , section = ""] = path.split("/");
  return new Map<string, Filter>(Object.entries(filters)).get(section);
};

const oembedParameters = ["url", "format", "maxwidth", "maxheight"];

export function knownParametersOf(path: string): readonly string[] {
  const [, , section, below] = path.split("/");
  if (section === "endorse") return below === "ask" ? ["city", "query"] : [];
  return section === "oembed" ? oembedParameters : Object.keys(filterOf(path)?.shape ?? {});
}

/** Without what a page does not know, or would ignore, so that it creates no further pages. */
export function canonicalPath(path: string, query: URLSearchParams): string {
  const named = knownParametersOf(path)
    .map((name): [string, string] => [name, query.get(name) ?? ""])
    .filter(([, value]) => value !== "");
  const filter = filterOf(path);
  const kept = filter ? validParameters(filter, Object.fromEntries(named)) : named;
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}

function validParameters(filter: Filter, parameters: Record<string, string>): string[][] {
  const values = Object.entries<string | number | undefined>(filter.parse(parameters));
  const defaults = new Map<string, unknown>(Object.entries(filter.parse({})));
  return values.flatMap(([name, value]) =>
    value === undefined || value === defaults.get(name) ? [] : [[name, String(value)]],
  );
}

const staffUploads = /^\/admin\/publishing\/[^/]+$/;
const applicantUploads = /^\/([^/]+)\/applications\/([^/]+)\/mandate-files$/;

type Uploader = { kind: "staff" } | { kind: "applicant"; token: string };

/** Whose files an address takes, if any. */
export function uploaderAt(path: string): Uploader | null {
  if (staffUploads.test(path)) return { kind: "staff" };
  const [, locale = "", token] = applicantUploads.exec(path) ?? [];
  return token && isLocale(locale) ? { kind: "applicant", token } : null;
}

/** What strangers have sent to staff: never a page of this site. */
export const holdsForeignFile = (path: string): boolean =>
  /^\/admin\/applications\/[^/]+\/files\//.test(path);

/**
 * What programs and other sites read: data, feeds, calendars, pictures and frames, but no page. Not
 * the search for places: what somebody types there says where they live.
 */
export function isShared(path: string): boolean {
  const [first = "", section = "", name] = path.split("/").slice(1);
  if (first === "data") return section !== "places";
  if (!isLocale(first)) return false;
  if (section === "calendar.ics" || section === "card") return true;
  return Boolean(name) && ["feeds", "events", "embed"].includes(section);
}

/** What other sites put into a frame: `/en/embed/counter`, but not the page `/en/embed`. */
export function mayBeFramed(path: string): boolean {
  const [locale = "", section, name] = path.split("/").slice(1);
  return isLocale(locale) && section === "embed" && Boolean(name);
}
