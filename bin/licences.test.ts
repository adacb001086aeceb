import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recordResult } from "@/tests/support/runners/record-result";

// Whoever runs the site may use, change and share all that it runs on.

/** Open by the Open Source Initiative's list, or by the Open Definition for data and fonts. */
const openLicences = new Set([
  ...["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "ISC"],
  ...["LGPL-3.0-or-later", "MIT", "MIT-0", "MPL-2.0", "Unlicense"],
  ...["CC-BY-4.0", "CC0-1.0", "OFL-1.1"],
]);

/** An SPDX expression: of alternatives one is enough, of parts all are needed. */
const isOpen = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, "")
    .split(/ or /i)
    .some((choice) => choice.split(/ and /i).every((part) => openLicences.has(part.trim())));

type Package = { dev?: boolean; license?: string };
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Package>;
};

/** Their package.json names no licence. Theirs stands in a file. */
const withLicenceFile = ["node_modules/png-js", "node_modules/seq-queue"];

/**
 * Of the builds for other systems, which are not installed here, the lock file knows no licence:
 * it is that of the build for Linux.
 */
const builtForLinux: [builds: string, forLinux: string][] = [
  ["node_modules/@next/swc-", "node_modules/@next/swc-linux-x64-gnu"],
  ["node_modules/@tailwindcss/oxide-", "node_modules/@tailwindcss/oxide-linux-x64-gnu"],
];

function licenceOf(path: string, { license }: Package): string {
  if (license) return license;
  const forLinux = builtForLinux.find(([builds]) => path.startsWith(builds))?.[1];
  if (forLinux) return packages[forLinux]?.license ?? "none";
  const file = `${path}/LICENSE`;
  const isMit =
    withLicenceFile.includes(path) &&
    existsSync(file) &&
    /^\(?(The )?MIT License/.test(readFileSync(file, "utf8"));
  return isMit ? "MIT" : "none";
}

test("every package that the site runs on has an open licence", () => {
  const used = Object.entries(packages).filter(([path, { dev }]) => path && !dev);
  const closed = used
    .map(([path, entry]) => ({ path, licence: licenceOf(path, entry) }))
    .filter(({ licence }) => !isOpen(licence));
  recordResult("closedLicences", { value: closed.length, sample: used.length });
  expect(closed).toEqual([]);
  expect(used.length).toBeGreaterThan(100);
});

test.each([
  "MIT",
  "(MIT OR UNLICENSED)",
  "Apache-2.0 AND LGPL-3.0-or-later AND MIT",
  "MIT and ISC",
])("%s is open", (expression) => expect(isOpen(expression)).toBe(true));

test.each(["UNLICENSED", "none", "BUSL-1.1", "MIT AND BUSL-1.1", "SEE LICENSE IN LICENSE"])(
  "%s is not",
  (expression) => expect(isOpen(expression)).toBe(false),
);
