import { knownSiteVersion } from "@/lib/site-version";

/**
 * Reads what is public once for each version of the site, since nothing of it changes without a new
 * one. Before a version is known, it is read each time.
 */
export function oncePerVersion<Key extends string, Result>(
  read: (key: Key) => Promise<Result>,
): (key: Key) => Promise<Result> {
  let versionOfKept: string | null = null;
  const kept = new Map<Key, Promise<Result>>();
  return (key) => {
    const { version } = knownSiteVersion();
    if (version === null) return read(key);
    if (version !== versionOfKept) kept.clear();
    versionOfKept = version;
    const known = kept.get(key);
    if (known) return known;
    const reading = read(key);
    kept.set(key, reading);
    reading.catch(() => {
      if (kept.get(key) === reading) kept.delete(key);
    });
    return reading;
  };
}
