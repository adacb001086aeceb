import { expect, test } from "vitest";
import { isPublicAddress } from "@/lib/process/public-address";

test.each([
  ["127.0.0.1", "this machine"],
  ["127.8.8.8", "this machine"],
  ["0.0.0.0", "any address"],
  ["10.0.0.1", "a private network"],
  ["172.16.0.1", "a private network"],
  ["192.168.1.1", "a private network"],
  ["100.64.0.1", "a network behind a carrier"],
  ["100.100.100.200", "a cloud's metadata"],
  ["169.254.169.254", "a cloud's metadata"],
  ["168.63.129.16", "a cloud's metadata"],
  ["192.0.0.192", "a cloud's metadata"],
  ["198.18.0.1", "measurements"],
  ["192.0.2.1", "documentation"],
  ["224.0.0.1", "many machines"],
  ["240.0.0.1", "nobody"],
  ["255.255.255.255", "everybody"],
  ["::", "any address"],
  ["::1", "this machine"],
  ["fe80::1", "the own link"],
  ["fe80::1%eth0", "the own link"],
  ["fec0::1", "an own site"],
  ["fc00::1", "a private network"],
  ["fd00:ec2::254", "a cloud's metadata"],
  ["ff02::1", "many machines"],
  ["2001:db8::1", "documentation"],
  ["::ffff:127.0.0.1", "this machine, mapped"],
  ["::ffff:a9fe:a9fe", "a cloud's metadata, mapped"],
  ["::ffff:168.63.129.16", "a cloud's metadata, mapped"],
  ["::7f00:1", "this machine, compatible"],
  ["64:ff9b::7f00:1", "this machine, translated"],
  ["64:ff9b:1::7f00:1", "this machine, translated"],
  ["2002:7f00:1::", "this machine, through a relay"],
  ["2001:0:7f00:1::", "a tunnel"],
  ["localhost", "no address"],
  ["", "no address"],
])("%s is of %s, and is not asked", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["193.190.70.1", "8.8.8.8", "2a02:a03f::1", "::ffff:8.8.8.8"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);
