import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The pattern of a path, such as `/[locale]/applications/[token]`: no token or name is in it. */
export type PatternOf = (path: string) => string | null;

/** As Next has written them down when it built the site. */
export function readRoutePatterns(folder = ".next"): PatternOf {
  const file = join(/* turbopackIgnore: true */ folder, "app-path-routes-manifest.json");
  if (!existsSync(file)) return () => null;
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return matchPatterns(Object.values(manifest));
}

export function matchPatterns(patterns: readonly string[]): PatternOf {
  const known = [...new Set(patterns)]
    .sort((one, other) => placeholdersIn(one) - placeholdersIn(other))
    .map((pattern) => ({ pattern, parts: pattern.split("/") }));
  return (path) => {
    const parts = path.split("/");
    return known.find((each) => matches(each.parts, parts))?.pattern ?? null;
  };
}

/** A pattern that takes any number of parts is tried last. */
const placeholdersIn = (pattern: string): number =>
  pattern.split("[").length + (pattern.includes("...") ? 100 : 0);

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  const rest = pattern.findIndex((part) => part.includes("[..."));
  if (rest < 0 && pattern.length !== path.length) return false;
  const fixed = rest < 0 ? pattern : pattern.slice(0, rest);
  const needsMore = rest >= 0 && !pattern[rest]?.startsWith("[[");
  if (path.length < fixed.length + (needsMore ? 1 : 0)) return false;
  return fixed.every((part, index) => part === path[index] || isFilled(part, path[index]));
}

const isFilled = (part: string, given?: string): boolean => part.startsWith("[") && Boolean(given);
