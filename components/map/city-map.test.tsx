import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CityMap } from "@/components/map/city-map";
import { kilometresBetween } from "@/lib/cities/distance";
import { defaultLocale } from "@/lib/i18n/locales";

const place = (name: string, latitude: number, longitude: number) => ({
  ...{ slug: name.toLowerCase(), name, countryCode: "NL" },
  ...{ latitude, longitude },
});
const amsterdam = { ...place("Amsterdam", 52.374, 4.89), isFounder: true };
const berlin = { ...place("Berlin", 52.524, 13.411), isFounder: false };
const london = { ...place("London", 51.509, -0.126), isFounder: false };
const utrecht = place("Utrecht", 52.09, 5.12);
const seattle = place("Seattle", 47.606, -122.332);

const awayFrom = (from: typeof utrecht, ...cities: (typeof berlin)[]) =>
  cities.map((city) => ({ ...city, kilometres: kilometresBetween(from, city) }));
const legend = "Residents ask this city to join";

test("a city that residents ask is a dot of its own kind where it is in the picture", () => {
  const neighbours = awayFrom(amsterdam, london, berlin);
  const html = (endorsed: (typeof utrecht)[]) =>
    renderToStaticMarkup(
      <CityMap
        locale={defaultLocale}
        city={amsterdam}
        neighbours={neighbours}
        endorsed={endorsed}
      />,
    );
  expect(html([utrecht])).toContain("Utrecht, Netherlands (residents ask it to join)");
  expect(html([utrecht])).toContain(legend);
  expect(html([seattle])).not.toContain("Seattle");
  expect(html([seattle])).not.toContain(legend);
});

test("the legend names only what is in the picture", () => {
  const html = renderToStaticMarkup(
    <CityMap
      locale={defaultLocale}
      city={berlin}
      neighbours={awayFrom(berlin, london)}
      endorsed={[]}
    />,
  );
  expect(html).not.toContain("Founder");
  expect(html).toContain("Member city");
});

test("the map of a city that residents ask has it in the middle of its members", () => {
  const html = renderToStaticMarkup(
    <CityMap
      locale={defaultLocale}
      city={utrecht}
      neighbours={awayFrom(utrecht, amsterdam)}
      endorsed={[]}
    />,
  );
  expect(html).toMatch(/aria-current="page" href="\/en\/cities\/utrecht"/);
  expect(html).toContain(legend);
  expect(html).toContain("Founder");
});
