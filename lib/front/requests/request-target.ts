import { LRUCache } from "lru-cache";
import { canonicalPath, routeOf, type Route } from "@/lib/front/routes";

export type Target = {
  /** Path and query in the one spelling that the rules here and Next's router both read. */
  url: string;
  path: string;
  route: Route;
  address: string;
};

const remembered = 2_000;
const maxRememberedLength = 200;

export function targetParser(): (target: string) => Target | null {
  const latest = new LRUCache<string, Target>({ max: remembered });
  return (target) => {
    const known = latest.get(target);
    if (known) return known;
    const read = parseTarget(target);
    if (read && target.length <= maxRememberedLength) latest.set(target, read);
    return read;
  };
}

/** Ignores the host that a request names. @returns null if the target is no address */
export function parseTarget(target: string): Target | null {
  const url =
    /^(\/(?![/\\])|https?:\/\/)/.test(target) && !target.includes("%00")
      ? URL.parse(target, "http://site.invalid")
      : null;
  const path = url && respell(url.pathname);
  if (!path || path.startsWith("//")) return null;
  return {
    url: path + url.search,
    path,
    route: routeOf(path),
    address: canonicalPath(path, url.searchParams),
  };
}

/** `/%61dmin` is `/admin`: the rules and the router must not read one address differently. */
function respell(path: string): string | null {
  try {
    return path
      .split("/")
      .map((part) => encodeURIComponent(decodeURIComponent(part)))
      .join("/");
  } catch {
    return null;
  }
}
