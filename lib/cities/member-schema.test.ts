import { expect, test } from "vitest";
import { publicNameSchema } from "@/lib/cities/member-schema";

test.each([
  "Ghent",
  "’s-Hertogenbosch",
  "St. Gallen",
  "Đà Nẵng",
  "กรุงเทพมหานคร",
  "बेंगलुरु",
  "مشهد",
  "תֵּל אָבִיב",
])("%s may stand on the public list", (name) => {
  expect(publicNameSchema.parse(name)).toBe(name.normalize("NFC"));
});

test.each([
  ["Ghent, see example.com", "web or email address"],
  [`G${"\u0301".repeat(70)}hent`, "cannot be read"],
  ["\u202ETnehg", "cannot be read"],
  ["\u200B", "Give the name"],
])("%j may not: %s", (name, problem) => {
  expect(publicNameSchema.safeParse(name).error?.issues[0]?.message).toContain(problem);
});
