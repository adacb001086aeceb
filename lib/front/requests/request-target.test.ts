import { expect, test } from "vitest";
import { parseTarget, targetParser } from "@/lib/front/requests/request-target";

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
  expect(parseTarget(target)?.url).toBe(path);
});

test.each([
  "//elsewhere.example/en",
  "/\\elsewhere.example/en",
  "http://elsewhere.example//en",
  "*",
  "",
  "en",
  "/en/%",
  "/en/%ff",
  "/en/cities/%00",
  "/en?query=%00",
  "ftp://elsewhere.example/en",
])("a request for %j makes no sense", (target) => {
  expect(parseTarget(target)).toBeNull();
});

test("how it is answered is decided on that spelling", () => {
  expect(parseTarget("/en/%61pplications/secret?done=1")).toEqual({
    url: "/en/applications/secret?done=1",
    path: "/en/applications/secret",
    route: "private",
    address: "/en/applications/secret",
  });
});

test("a target that is asked for again is not read again, unless it is very long", () => {
  const read = targetParser();
  expect(read("/en/cities")).toBe(read("/en/cities"));
  const long = `/en/cities?query=${"a".repeat(200)}`;
  expect(read(long)).not.toBe(read(long));
  expect(read(long)).toEqual(read(long));
});
