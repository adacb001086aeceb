import { expect, test } from "vitest";
import { networkOf } from "@/lib/endorsements/network";

test.each([
  ["192.0.2.77", "192.0.2.0/24"],
  ["::ffff:192.0.2.77", "192.0.2.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:DB8:0001::5", "2001:db8:1::/48"],
  ["2001:db8::1", "2001:db8:0::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["::1", "0:0:0::/48"],
])("%s is in %s", (address, network) => expect(networkOf(address)).toBe(network));

test.each(["", "unknown", "192.0.2", "192.0.2.1:4711"])("%j is no address", (address) => expect(networkOf(address)).toBeNull());
