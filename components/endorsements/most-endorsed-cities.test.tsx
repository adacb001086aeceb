import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MostEndorsedCities } from "@/components/endorsements/most-endorsed-cities";
import { defaultLocale } from "@/lib/i18n/locales";

const ghent = {
  cityId: 2797656,
  slug: "ghent",
  name: "Ghent",
  regionName: null,
  countryCode: "BE",
};
const shown = (asks: number) =>
  renderToStaticMarkup(
    <MostEndorsedCities locale={defaultLocale} cities={[{ ...ghent, asks }]} />,
  ).replace(/<[^>]*>/g, "");

test("a city has its number and how many more the next milestone takes", () => {
  expect(shown(12)).toContain("12 residents ask38 more until the next milestone: 50");
  expect(shown(50)).toContain("50 more until the next milestone: 100");
});

test("beyond the last milestone only the number is told", () => {
  expect(shown(10_000)).toContain("10,000 residents ask");
  expect(shown(10_000)).not.toContain("milestone");
});
