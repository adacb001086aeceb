import { expect, test } from "vitest";
import {
  dropInternalHeaders,
  hasValidActionId,
  isCrossOrigin,
  isWholeForm,
  setPublicAddress,
  withoutPersonalHeaders,
} from "@/lib/front/requests/inbound";
import { actionId } from "@/tests/support/processes/front-door";

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
    "next-action-other": "1",
    "x-my-x-next-thing": "kept",
    "rsc-reader": "kept",
    "my-rsc": "kept",
  };
  dropInternalHeaders(headers);
  expect(headers).toEqual({
    accept: "text/html",
    "next-action": "0123",
    "x-my-x-next-thing": "kept",
    "rsc-reader": "kept",
    "my-rsc": "kept",
  });
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

const siteUrl = new URL("https://coalition.example");
const ofProxy = {
  host: "inside:3000",
  "x-forwarded-host": "elsewhere.example",
  "x-forwarded-proto": "http",
  "x-forwarded-port": "81",
};

test("Next sees the public address, whatever a proxy or a visitor says", () => {
  const headers = { ...ofProxy, origin: "http://inside:3000" };
  setPublicAddress(headers, siteUrl);
  expect(headers).toEqual({ host: "coalition.example", origin: "https://coalition.example" });
});

test("who says nothing of an origin gets none", () => {
  const headers = { ...ofProxy };
  setPublicAddress(headers, siteUrl);
  expect(headers).toEqual({ host: "coalition.example" });
});

test.each([
  [undefined, true],
  [actionId, true],
  [`${actionId} and more`, false],
  [`more and ${actionId}`, false],
  ["40", false],
])("the action %s can be Next's own: %s", (id, isValid) => {
  expect(hasValidActionId({ headers: id === undefined ? {} : { "next-action": id } })).toBe(
    isValid,
  );
});

test.each([
  ["POST", "https://elsewhere.example", true],
  ["POST", "null", true],
  ["POST", "https://coalition.example", false],
  ["POST", "http://inside:3000", false],
  ["POST", undefined, false],
  ["GET", "https://elsewhere.example", false],
  ["HEAD", "https://elsewhere.example", false],
])("%s from %s comes from another site: %s", (method, origin, isOther) => {
  expect(
    isCrossOrigin({ method, headers: { host: "inside:3000", origin } }, "coalition.example"),
  ).toBe(isOther);
});

test.each([
  ["multipart/form-data; boundary=x", "--x\r\n\r\nGhent\r\n--x--\r\n", true],
  ['multipart/form-data; charset=utf-8; boundary="a b"', "--a b--", true],
  ["multipart/form-data; boundary=x", "--x\r\n\r\nGhe", false],
  ["Multipart/Form-Data; boundary=x", "aaaa", false],
  ["application/x-www-form-urlencoded", "a=b", true],
  [undefined, "", true],
])("a form of %j that is %j is whole: %s", (type, body, isWhole) => {
  expect(isWholeForm({ headers: { "content-type": type } }, Buffer.from(body))).toBe(isWhole);
});
