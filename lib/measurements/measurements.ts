import type { Principle } from "@/lib/content/schema";

/** What a test found out about one thing that the site says of itself. */
export type Result = {
  value: number;
  /** How many pages, packages or ways were looked at. */
  sample: number;
  /** Which of several tests have found it out. */
  parts?: readonly string[];
};

type Measurement = {
  principle: Principle["number"];
  /** The tests that it takes, where one alone says too little. */
  parts?: readonly string[];
} & ({ atMost: number } | { atLeast: number });

/**
 * What the site says that it does for each principle, and the result by which that is true. Tests
 * read their limits here, so that a page cannot say another one. Its texts are `measured.says` and
 * `measured.found` in the messages.
 */
export const measurements = {
  scripts: { principle: 1, atMost: 0 },
  pageBytes: { principle: 1, atMost: 9_000 },
  homeBytes: { principle: 1, atMost: 60_000 },
  accessFaults: { principle: 1, atMost: 0, parts: ["cities", "others"] },
  readingGrade: { principle: 1, atMost: 8 },
  cookies: { principle: 2, atMost: 0 },
  otherHosts: { principle: 2, atMost: 0 },
  personalTraces: { principle: 2, atMost: 0 },
  checks: { principle: 3, atMost: 0 },
  packagesNotNamed: { principle: 3, atMost: 0 },
  waysWithoutScripts: { principle: 4, atLeast: 2, parts: ["official", "resident"] },
  languages: { principle: 4, atLeast: 2 },
  htmlFaults: { principle: 5, atMost: 0, parts: ["cities", "others"] },
  invalidFiles: {
    principle: 5,
    atMost: 0,
    parts: ["bill-of-materials", "open-data", "publiccode"],
  },
  closedLicences: { principle: 5, atMost: 0 },
} as const satisfies Record<string, Measurement>;

export type MeasurementName = keyof typeof measurements;

export const measurementNames = Object.keys(measurements) as MeasurementName[];

export function goalOf(name: MeasurementName): number {
  const measurement: Measurement = measurements[name];
  return "atMost" in measurement ? measurement.atMost : measurement.atLeast;
}

export type Verdict = "kept" | "missed" | "notMeasured";

/** A test that looked at nothing has found out nothing, and one of several not enough. */
export function verdictOf(name: MeasurementName, result: Result | undefined): Verdict {
  const measurement: Measurement = measurements[name];
  if (!result || result.sample === 0) return "notMeasured";
  if (measurement.parts?.some((part) => !result.parts?.includes(part))) return "notMeasured";
  const isKept =
    "atMost" in measurement
      ? result.value <= measurement.atMost
      : result.value >= measurement.atLeast;
  return isKept ? "kept" : "missed";
}
