import { expect, test } from "vitest";
import { defaultLocale } from "@/lib/i18n/locales";
import { whereaboutsOf } from "@/lib/places/whereabouts";

const whereabouts = (name: string, regionName: string | null, countryCode: string) =>
  whereaboutsOf(defaultLocale, { name, regionName, countryCode });

test("region and country tell one Portland from another", () => {
  expect(whereabouts("Portland", "Oregon", "US")).toBe("Oregon, United States");
});

test("a region that is named after the city says nothing new", () => {
  expect(whereabouts("Moscow", "Moscow", "RU")).toBe("Russia");
  expect(whereabouts("Berlin", "State of Berlin", "DE")).toBe("Germany");
});

test("a place without a region has its country", () => {
  expect(whereabouts("Nuuk", null, "GL")).toBe("Greenland");
});
