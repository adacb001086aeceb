import { expect, test } from "vitest";
import { addressOf, dropInternalHeaders, impersonal } from "@/lib/front/inbound";

const site = "https://coalition.example";

test.each([
  ["/en/cities?query=gent", "/en/cities?query=gent"],
  ["/en/../admin", "/admin"],
  ["/en/%2e%2e/admin", "/admin"],
  ["/en\\..\\admin", "/admin"],
  ["/%61dmin/%73ign-in", "/admin/sign-in"],
  ["/en/%61pplications/secret", "/en/applications/secret"],
  ["/en/applications%2Fsecret", "/en/applications%2Fsecret"],
  ["/en/%252e%252e/admin", "/en/%252e%252e/admin"],
  ["/en//cities", "/en//cities"],
  ["/EN", "/EN"],
  ["/en/cities/m%C3%BCnchen", "/en/cities/m%C3%BCnchen"],
  ["http://elsewhere.example/en", "/en"],
])("a request for %s is one for %s", (target, path) => {
  expect(addressOf(target, site)?.href).toBe(site + path);
});

test.each(["//elsewhere.example/en", "http://elsewhere.example//en", "*", "", "en", "/en/%", "/en/%ff", "/en/cities/%00", "/en?query=%00", "ftp://elsewhere.example/en"])(
  "a request for %j makes no sense",
  (target) => {
    expect(addressOf(target, site)).toBeNull();
  },
);

test("what Next says to itself is not heard from outside", () => {
  const headers = {
    accept: "text/html",
    "next-action": "0123",
    "content-security-policy": "script-src 'nonce-mine'",
    "content-security-policy-report-only": "script-src 'nonce-mine'",
    "x-middleware-subrequest": "middleware",
    "x-nextjs-data": "1",
    "x-prerender-revalidate": "1",
    "x-now-route-matches": "1",
    "next-router-state-tree": "[]",
    "next-hmr-refresh": "1",
    rsc: "1",
  };
  dropInternalHeaders(headers);
  expect(headers).toEqual({ accept: "text/html", "next-action": "0123" });
});

test("a page without scripts does not learn who asks", () => {
  const headers = { accept: "text/html", cookie: "next-auth.session-token=1", authorization: "Basic 1", "next-action": "0123" };
  expect(impersonal(headers)).toEqual({ accept: "text/html" });
});
