import { expect, test } from "vitest";
import { clientAddressOf } from "@/lib/front/client-address";

const headers = (forwardedFor?: string) => new Headers({ "x-socket-address": "198.51.100.1", ...(forwardedFor && { "x-forwarded-for": forwardedFor }) });

test.each([
  ["without proxies nothing that a request says counts", 0, "203.0.113.9", "198.51.100.1"],
  ["one proxy tells who asked it", 1, "203.0.113.9", "203.0.113.9"],
  ["what was sent to the proxy as if it had passed others does not count", 1, "192.0.2.66, 203.0.113.9", "203.0.113.9"],
  ["of two proxies the outer one knows", 2, "192.0.2.66, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
  ["a proxy that tells nothing is all that is known", 1, undefined, "198.51.100.1"],
  ["fewer than there should be: the first that is named", 3, "203.0.113.9", "203.0.113.9"],
])("%s", (_, proxies, forwardedFor, address) => {
  expect(clientAddressOf(headers(forwardedFor), proxies)).toBe(address);
});
