import { expect, test } from "vitest";
import { canonicalPath, mayBeFramed, routeOf } from "@/lib/front/routes";

test.each([
  ["/en", "public"],
  ["/en/cities/ghent", "public"],
  ["/en/nonsense", "public"],
  ["/nonsense", "public"],
  ["/en/manifest.webmanifest", "public"],
  ["/en/feeds/news.atom", "public"],
  ["/en/calendar.ics", "public"],
  ["/en/events/webinar.ics", "public"],
  ["/en/embed/cities/ghent/counter-dark.svg", "public"],
  ["/data/oembed", "public"],
  ["/.well-known/security.txt", "public"],
  ["/.well-known/change-password", "public"],
  ["/en/card", "public"],
  ["/en/card/cities/ghent", "public"],
  ["/en/join/submitted", "private"],
  ["/en/join/", "public"],
  ["/en/nonsense.php", "public"],
  ["/robots.txt", "public"],
  ["/sitemap.xml", "public"],
  ["/en/applications/secret", "private"],
  ["/en/applications/secret.pdf", "private"],
  ["/dev/outbox", "private"],
  ["/en/endorse", "public"],
  ["/en/endorse/ask", "inlineScript"],
  ["/en/endorsements/secret", "private"],
  ["/en/endorsements/secret/unsubscribe", "private"],
  ["/en/join", "deferredScripts"],
  ["/en/join/scripts.js", "formScripts"],
  ["/admin", "scripted"],
  ["/admin/applications/1", "scripted"],
  ["/", "passthrough"],
  ["/_next/static/chunks/a.js", "passthrough"],
  ["/data/places", "passthrough"],
  ["/data/cities/ghent/mark.svg", "openData"],
  ["/data/cities/ghent/mark.png", "openData"],
  ["/data/v1/signatories.json", "openData"],
  ["/data/v1/snapshots/2026-11/news.json", "openData"],
  ["/data/catalog.ttl", "openData"],
  ["/data/pictures/0191.webp", "openData"],
  ["/data/dossiers/en/ghent/dossier.pdf", "passthrough"],
  ["/healthz", "health"],
  ["/readyz", "health"],
  ["/icon.svg", "passthrough"],
])("%s is answered as %s", (path, route) => {
  expect(routeOf(path)).toBe(route);
});

function canonical(target: string): string {
  const { pathname, searchParams } = new URL(target, "https://coalition.example");
  return canonicalPath(pathname, searchParams);
}

test("the form on the page of cities asks questions that the page is given", () => {
  expect(canonical("/en/cities?query=gent&country=BE&year=2026&page=2")).toBe(
    "/en/cities?query=gent&country=BE&year=2026&page=2",
  );
});

test("oEmbed is given the page that it is asked for, and what there is room for", () => {
  expect(canonical("/data/oembed?callback=x&url=https%3A%2F%2Fa.example%2Fen&maxwidth=300")).toBe(
    "/data/oembed?url=https%3A%2F%2Fa.example%2Fen&maxwidth=300",
  );
});

test.each([
  ["/en/embed/counter", true],
  ["/en/embed/cities/amsterdam/badge-dark", true],
  ["/en/embed", false],
  ["/en/embed/", false],
  ["/en/cities/embed", false],
  ["/embed/counter", false],
])("whether other sites may put %s into a frame: %s", (path, may) => {
  expect(mayBeFramed(path)).toBe(may);
});

test("questions that a page does not know make no new page", () => {
  expect(canonical("/en?utm_source=somewhere")).toBe("/en");
  expect(canonical("/en/news?page=2")).toBe("/en/news");
  expect(canonical("/en/cities?nonsense=1&year=2019&country=US")).toBe(
    "/en/cities?country=US&year=2019",
  );
  expect(canonical("/en/cities?country=")).toBe("/en/cities");
});

test("what a page would ignore, or show all the same, makes no new page either", () => {
  expect(canonical("/en/cities?country=Atlantis&year=soon&region=%3Cb%3E&page=1")).toBe(
    "/en/cities",
  );
  expect(canonical("/en/cities?query=+gent+&page=007")).toBe("/en/cities?query=gent&page=7");
  expect(canonical("/en/cities?page=123456789")).toBe("/en/cities");
  expect(canonical("/en/decisions?city=0&page=-1")).toBe("/en/decisions");
  expect(canonical("/en/constructor?page=2")).toBe("/en/constructor");
  expect(canonical("/dictionaries/__proto__?page=2")).toBe("/dictionaries/__proto__");
});
