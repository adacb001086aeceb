import { expect, test } from "vitest";
import { isFromOwnMachine } from "@/lib/process/own-machine";

const host = "localhost:3000";

test.each([
  ["127.0.0.1", { host }],
  ["127.0.0.1", { host: "127.0.0.1:3000" }],
  ["::1", { host: "[::1]:3000" }],
  ["::ffff:127.0.0.1", { host: "localhost" }],
])("a request on the machine itself is allowed: from %s with %o", (address, headers) => {
  expect(isFromOwnMachine(headers, address)).toBe(true);
});

test.each([
  ["from another machine", "192.0.2.7", { host }],
  ["from another machine, IPv6", "2001:db8::7", { host }],
  [
    "from another machine that claims to be passed on",
    "192.0.2.7",
    { host, "x-forwarded-for": "127.0.0.1" },
  ],
  ["without the address of its socket", undefined, { host }],
  ["without a host", "127.0.0.1", {}],
  ["to a name that somebody pointed here", "127.0.0.1", { host: "rebound.example:3000" }],
  ["to a name that only begins like ours", "127.0.0.1", { host: "localhost.example" }],
  ["to a name with a user before it", "127.0.0.1", { host: "localhost@rebound.example" }],
  ["passed on by a proxy (Forwarded)", "127.0.0.1", { host, forwarded: "for=192.0.2.7" }],
  ["passed on by a proxy (X-Forwarded-For)", "127.0.0.1", { host, "x-forwarded-for": "192.0.2.7" }],
  ["passed on by a proxy on the machine", "127.0.0.1", { host, "x-forwarded-for": "127.0.0.1" }],
  [
    "passed on by a proxy (X-Forwarded-Host)",
    "127.0.0.1",
    { host, "x-forwarded-host": "coalition.example" },
  ],
  ["passed on by a proxy (Via)", "127.0.0.1", { host, via: "1.1 cache" }],
])("a request %s is refused", (_, address, headers) => {
  expect(isFromOwnMachine(headers, address)).toBe(false);
});
