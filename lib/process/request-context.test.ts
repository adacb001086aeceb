import { expect, test } from "vitest";
import { newRequestId } from "@/lib/process/request-context";

const own = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const ofProxy = "7D5E30CE-7102-40be-aac2-ddf1d8b363f2";

test("the number that a proxy gives a request is taken on", () => {
  expect(newRequestId(ofProxy, true)).toBe(ofProxy.toLowerCase());
});

test.each([
  ["without a proxy", ofProxy, false],
  ["of another form", "zoe@ghent.example", true],
  ["too short to tell requests apart", "1234abcd", true],
  ["sent twice", [ofProxy, ofProxy], true],
  ["that nobody sent", undefined, true],
])("a number %s is not", (_, offered, hasProxy) => {
  expect(newRequestId(offered, hasProxy)).toMatch(own);
  expect(newRequestId(offered, hasProxy)).not.toBe(String(offered).toLowerCase());
});
