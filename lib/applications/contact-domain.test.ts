import { expect, test } from "vitest";
import { isOfSameDomain } from "@/lib/applications/contact-domain";

test.each([
  ["clerk@stad.gent", "https://stad.gent/besluiten/1"],
  ["clerk@stad.gent", "https://www.stad.gent/"],
  ["clerk@stad.gent", "https://besluiten.stad.gent/1"],
  ["clerk@digital.stad.gent", "https://STAD.gent/"],
])("%s writes from the domain of %s", (email, url) => {
  expect(isOfSameDomain(email, url)).toBe(true);
});

test.each([
  ["clerk@gmail.com", "https://stad.gent/besluiten/1"],
  ["clerk@notstad.gent", "https://stad.gent/"],
  ["clerk@stad.gent.example", "https://stad.gent/"],
])("%s does not write from the domain of %s", (email, url) => {
  expect(isOfSameDomain(email, url)).toBe(false);
});
