import { expect, test } from "vitest";
import { canonicalAddress, routeOf } from "@/lib/front/routes";

test.each([
  ["/en", "page"],
  ["/en/cities/ghent", "page"],
  ["/en/nonsense", "page"],
  ["/nonsense", "page"],
  ["/en/manifest.webmanifest", "page"],
  ["/en/card", "page"],
  ["/en/card/cities/ghent", "page"],
  ["/en/join/handed-in", "page"],
  ["/en/join/", "page"],
  ["/en/nonsense.php", "page"],
  ["/robots.txt", "page"],
  ["/sitemap.xml", "page"],
  ["/en/applications/secret", "personal"],
  ["/en/applications/secret.pdf", "personal"],
  ["/dev/outbox", "personal"],
  ["/en/endorse", "page"],
  ["/en/endorse/ask", "sealed"],
  ["/en/endorsements/secret", "personal"],
  ["/en/endorsements/secret/unsubscribe", "personal"],
  ["/en/join", "late"],
  ["/admin", "scripted"],
  ["/admin/applications/1", "scripted"],
  ["/", "direct"],
  ["/_next/static/chunks/a.js", "direct"],
  ["/data/places", "direct"],
  ["/healthz", "direct"],
  ["/icon.svg", "direct"],
])("%s is answered as %s", (path, route) => {
  expect(routeOf(path)).toBe(route);
});

function canonical(target: string): string {
  const { pathname, searchParams } = new URL(target, "https://coalition.example");
  return canonicalAddress(pathname, searchParams);
}

test("the form on the page of cities asks questions that the page is given", () => {
  expect(canonical("/en/cities?query=gent&country=BE&year=2026&page=2")).toBe("/en/cities?query=gent&country=BE&year=2026&page=2");
});

test("questions that a page does not know make no new page", () => {
  expect(canonical("/en?utm_source=somewhere")).toBe("/en");
  expect(canonical("/en/news?page=2")).toBe("/en/news");
  expect(canonical("/en/cities?nonsense=1&year=2019&country=US")).toBe("/en/cities?country=US&year=2019");
  expect(canonical("/en/cities?country=")).toBe("/en/cities");
});
