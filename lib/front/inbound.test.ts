import { expect, test } from "vitest";
import { dropInternalHeaders, withoutPersonalHeaders } from "@/lib/front/inbound";

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
  const headers = {
    accept: "text/html",
    cookie: "next-auth.session-token=1",
    authorization: "Basic 1",
    "next-action": "0123",
  };
  expect(withoutPersonalHeaders(headers)).toEqual({ accept: "text/html" });
});
