import { expect, test } from "vitest";
import { openAddress, sealAddress } from "@/lib/endorsements/sealed-address";

const now = new Date("2026-11-28T12:00:00Z");
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const email = "resident+digital.rights@ghent.example";

test("an address opens on its own page for half an hour", () => {
  const sealed = sealAddress(email, "a page", now);
  expect(openAddress(sealed, "a page", minutesLater(29))).toBe(email);
  expect(openAddress(sealed, "a page", minutesLater(30))).toBeNull();
  expect(openAddress(sealed, "another page", now)).toBeNull();
});

test("it cannot be read, changed or compared", () => {
  const sealed = sealAddress(email, "a page", now);
  expect(sealed).toMatch(/^[\w-]+$/);
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("ghent");
  expect(sealAddress(email, "a page", now)).not.toBe(sealed);
  expect(sealAddress("a@b.example", "a page", now)).toHaveLength(sealed.length);
  const changed = (sealed.startsWith("A") ? "B" : "A") + sealed.slice(1);
  expect(openAddress(changed, "a page", now)).toBeNull();
});

test.each(["", "resident@ghent.example", "A".repeat(38), "A".repeat(1_000)])(
  "%j is no sealed address",
  (sealed) => {
    expect(openAddress(sealed, "a page", now)).toBeNull();
  },
);
