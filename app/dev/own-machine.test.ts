import { expect, test } from "vitest";
import { isFromOwnMachine } from "@/app/dev/own-machine";

const local = { "x-socket-address": "127.0.0.1", host: "localhost:3000" };
const allows = (headers: Record<string, string>, siteUrl = "http://localhost:3000") => isFromOwnMachine(new Headers(headers), siteUrl);

test.each([
  [local],
  [{ ...local, host: "127.0.0.1:3000" }],
  [{ "x-socket-address": "::1", host: "[::1]:3000" }],
  [{ "x-socket-address": "::ffff:127.0.0.1", host: "localhost" }],
  // What Next adds by itself.
  [{ ...local, "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "localhost:3000", "x-forwarded-proto": "http", "x-forwarded-port": "3000" }],
])("a request on the machine itself is allowed: %o", (headers) => {
  expect(allows(headers)).toBe(true);
});

test.each([
  ["from another machine", { ...local, "x-socket-address": "192.0.2.7" }],
  ["from another machine, IPv6", { ...local, "x-socket-address": "2001:db8::7" }],
  ["from another machine that claims to be passed on", { ...local, "x-socket-address": "192.0.2.7", "x-forwarded-for": "127.0.0.1" }],
  ["without the address of its socket", { host: "localhost:3000" }],
  ["without a host", { "x-socket-address": "127.0.0.1" }],
  ["to a name that somebody pointed here", { ...local, host: "rebound.example:3000" }],
  ["to a name that only begins like ours", { ...local, host: "localhost.example" }],
  ["to a name with a user before it", { ...local, host: "localhost@rebound.example" }],
  ["passed on by a proxy (Forwarded)", { ...local, forwarded: "for=192.0.2.7" }],
  ["passed on by a proxy (X-Forwarded-For)", { ...local, "x-forwarded-for": "192.0.2.7" }],
  ["passed on by two proxies", { ...local, "x-forwarded-for": "127.0.0.1, 192.0.2.7" }],
  ["passed on by a proxy (X-Forwarded-Host)", { ...local, "x-forwarded-host": "coalition.example" }],
  ["passed on by a proxy (Via)", { ...local, via: "1.1 cache" }],
])("a request %s is refused", (_, headers) => {
  expect(allows(headers)).toBe(false);
});

test("a site with a public address shows nothing to anyone", () => {
  expect(allows(local, "https://coalition.example")).toBe(false);
});
