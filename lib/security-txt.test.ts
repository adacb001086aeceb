import { expect, test } from "vitest";
import { dayMs } from "@/lib/durations";
import { siteUrl } from "@/lib/env";
import { formatSecurityTxt, securityTxtExpires } from "@/lib/security-txt";

test("security.txt says where to report, until when, in which language, and what to expect", () => {
  const fields = formatSecurityTxt()
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/: (.*)/).slice(0, 2));
  expect(fields).toEqual([
    ["Contact", "mailto:endorse@citiesfordigitalrights.org"],
    ["Expires", "2027-11-01T00:00:00.000Z"],
    ["Preferred-Languages", "en"],
    ["Canonical", `${siteUrl()}/.well-known/security.txt`],
    ["Policy", `${siteUrl()}/en/contact#security`],
  ]);
});

test("it is good for another month, and for less than a year (otherwise look through it and move its date)", () => {
  const days = (securityTxtExpires.getTime() - Date.now()) / dayMs;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
});
