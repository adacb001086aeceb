import { describe, expect, test } from "vitest";
import { domainOf } from "@/lib/abuse/mail-domain";
import { canonicalMailbox, hashAddress } from "@/lib/endorsements/abuse/address";

describe("one mailbox", () => {
  test.each([
    ["resident@ghent.example", "Resident@GHENT.Example."],
    ["adalovelace@gmail.com", "Ada.Love.Lace+city@GoogleMail.com"],
    ["ada@proton.me", "ada+ghent@pm.me"],
    ["ada@icloud.com", "ada@me.com"],
    ["ada@yandex.ru", "ada+x@ya.ru"],
    ["ada@outlook.com", "ada+two@outlook.com"],
    ["jean@xn--mnchen-3ya.example", "jean@MÜNCHEN.example"],
    ["ĳsbrand@ghent.example", "ĲSBRAND@ghent.example"],
  ])("%s is also written %s", (one, other) => {
    expect(canonicalMailbox(other)).toBe(one);
    expect(hashAddress(other)).toBe(hashAddress(one));
  });
});

describe("two mailboxes", () => {
  test.each([
    // Dots tell people apart everywhere but at Gmail.
    ["ada.l@outlook.com", "adal@outlook.com"],
    ["ada.l@ghent.example", "adal@ghent.example"],
    // What a plus means on a domain of one's own, only its owner knows.
    ["ada+one@ghent.example", "ada+two@ghent.example"],
    ["ada@hotmail.com", "ada@outlook.com"],
    ["ada@yahoo.com", "ada-city@yahoo.com"],
    ["ada@ghent.example", "ada@mail.ghent.example"],
    ["+one@gmail.com", "+two@gmail.com"],
  ])("%s is not %s", (one, other) => {
    expect(canonicalMailbox(one)).not.toBe(canonicalMailbox(other));
    expect(hashAddress(one)).not.toBe(hashAddress(other));
  });
});

test("the hash of an address holds nothing of it", () => {
  expect(hashAddress("ada@ghent.example")).toMatch(/^[0-9a-f]{64}$/);
});

test("the domain is what stands behind the last @, in the letters of the network", () => {
  expect(domainOf('"a@b"@Zürich.example')).toBe("xn--zrich-kva.example");
});
