import { expect, test } from "vitest";
import { verifySeal, sealForm } from "@/lib/endorsements/abuse/form-seal";

const opened = new Date("2026-11-23T09:00:00Z");
const later = (ms: number) => new Date(opened.getTime() + ms);

test("a seal tells which form it is, and whether it was sent faster than people are", () => {
  const seal = sealForm(opened);
  expect(verifySeal(seal, later(1_999))).toEqual({
    key: seal.split(".")[1],
    isTooFast: true,
    expiresAt: later(24 * 3_600_000),
  });
  expect(verifySeal(seal, later(2_000))).toMatchObject({ isTooFast: false });
  expect(verifySeal(sealForm(opened), opened)?.key).not.toBe(seal.split(".")[1]);
});

test("a form that was open for more than a day is opened anew", () => {
  expect(verifySeal(sealForm(opened), later(24 * 3_600_000))).not.toBeNull();
  expect(verifySeal(sealForm(opened), later(24 * 3_600_000 + 1))).toBeNull();
});

test("nobody can make a form older, or make one up", () => {
  const [openedAt = "", key = "", mac = ""] = sealForm(opened).split(".");
  const forged = [
    `${Number(openedAt) - 60_000}.${key}.${mac}`,
    `${openedAt}.another.${mac}`,
    `${openedAt}.${key}.`,
    `${openedAt}.${key}.${mac}.`,
    "",
    "a.b.c",
  ];
  for (const seal of forged) expect(verifySeal(seal, later(5_000)), seal).toBeNull();
});
