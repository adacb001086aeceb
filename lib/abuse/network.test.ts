import { expect, test } from "vitest";
import { networkOf } from "@/lib/abuse/network";

test.each([
  ["192.0.2.77", "192.0.2.0/24"],
  ["::ffff:192.0.2.77", "192.0.2.0/24"],
  ["::FFFF:c000:24d", "192.0.2.0/24"],
  ["0:0:0:0:0:ffff:192.0.2.77", "192.0.2.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:DB8:0001::5", "2001:db8:1::/48"],
  ["2001:db8::1", "2001:db8::/48"],
  ["fe80::1%eth0", "fe80::/48"],
  ["::1", "::/48"],
])("%s is in %s", (address, network) => expect(networkOf(address)).toBe(network));

test.each([
  "",
  "unknown",
  "192.0.2",
  "192.0.2.1:4711",
  "0x7f.1",
  "3221226061",
  "192.0.2.256",
  "[2001:db8::1]",
  "2001:db8::1/48",
])("%j is no address", (address) => expect(networkOf(address)).toBeNull());
