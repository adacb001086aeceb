import { expect, test } from "vitest";
import { networkOf } from "@/lib/abuse/network";
import { clientAddressOf } from "@/lib/front/requests/client-address";

const headers = (forwardedFor?: string) =>
  new Headers({
    "x-socket-address": "198.51.100.1",
    ...(forwardedFor && { "x-forwarded-for": forwardedFor }),
  });

test.each([
  ["without proxies nothing that a request says counts", 0, "203.0.113.9", "198.51.100.1"],
  ["one proxy tells who asked it", 1, "203.0.113.9", "203.0.113.9"],
  [
    "what was sent to the proxy as if it had passed others does not count",
    1,
    "192.0.2.66, 203.0.113.9",
    "203.0.113.9",
  ],
  ["of two proxies the outer one knows", 2, "192.0.2.66, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
  ["a proxy that tells nothing is all that is known", 1, undefined, "198.51.100.1"],
  ["fewer than there should be: the first that is named", 3, "203.0.113.9", "203.0.113.9"],
])("%s", (_, proxies, forwardedFor, address) => {
  expect(clientAddressOf(headers(forwardedFor), proxies)).toBe(address);
});

test.each([
  ["a port", "203.0.113.7:4711", "203.0.113.0/24"],
  ["another port", "203.0.113.200:65535", "203.0.113.0/24"],
  ["IPv6 in brackets", "[2001:db8::1]", "2001:db8::/48"],
  ["IPv6 with a port", "[2001:db8::1]:443", "2001:db8::/48"],
  ["IPv4 as IPv6", "::ffff:203.0.113.7", "203.0.113.0/24"],
  ["IPv4 as IPv6 in figures, with a port", "[::ffff:cb00:7107]:443", "203.0.113.0/24"],
  ["spaces", "  192.0.2.66 ,\t 203.0.113.7  ", "203.0.113.0/24"],
  ["quotation marks", '"[2001:db8::1]:443"', "2001:db8::/48"],
  ["a name instead of an address: then the proxy's own network", "unknown", "198.51.100.0/24"],
  ["a hidden address", "_secret:80", "198.51.100.0/24"],
  ["a port that is none", "203.0.113.7:99999", "198.51.100.0/24"],
  ["nothing behind the comma", "203.0.113.7, ", "198.51.100.0/24"],
  ["only commas", ",,,,", "198.51.100.0/24"],
  ["what would be code elsewhere", "203.0.113.7' OR 1=1", "198.51.100.0/24"],
])("the network is known whatever the proxy writes: %s", (_, forwardedFor, network) => {
  expect(networkOf(clientAddressOf(headers(forwardedFor), 1))).toBe(network);
});

test("a visitor who is gone already has no address", () => {
  expect(clientAddressOf(new Headers({ "x-socket-address": "" }), 0)).toBe("");
});
