import Validator from "@adobe/structured-data-validator";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { StructuredEvents } from "@/components/calendar/structured-events";
import { StructuredCity } from "@/components/cities/structured-city";
import { StructuredOrganization } from "@/components/home/structured-organization";
import { StructuredNews } from "@/components/news/structured-news";
import { StructuredDatasets } from "@/components/open-data/structured-datasets";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { listEventFiles } from "@/lib/calendar/queries";
import { listNewsFiles } from "@/lib/content/queries";
import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { datasets } from "@/lib/open-data/datasets";
import { endingsOf } from "@/lib/open-data/documents";

// What pages say to machines, read by a validator of other people. That its properties are those of
// schema.org is checked by the compiler, with schema-dts.

type Data = Record<string, unknown> & { "@type": string };

const url = "https://citiesfordigitalrights.org";
const name = "Cities Coalition for Digital Rights";
const ghent = { cityId: 2797656, name: "Ghent", latitude: 51.05, longitude: 3.71667 };
const hostile = "</script><script>alert(1)</script><!--";

const read = (element: ReactElement): Data[] =>
  [
    ...renderToStaticMarkup(element).matchAll(
      /<script type="application\/ld\+json">([^<]*)<\/script>/g,
    ),
  ].map(([, json = ""]) => JSON.parse(json) as Data);

async function issuesOf(data: Data[]): Promise<string[]> {
  const found = await Promise.all(
    data.map((each) =>
      new Validator().validate({ jsonld: { [each["@type"]]: [each] }, microdata: {}, rdfa: {} }),
    ),
  );
  return found.flat().map(({ severity, issueMessage }) => `${severity}: ${issueMessage}`);
}

const breadcrumbs = (current?: string) => (
  <Breadcrumbs
    label="You are here"
    links={[{ href: "/en/cities", text: "Cities" }]}
    current={current}
  />
);
const organization = (
  <StructuredOrganization {...{ name, url }} description="" email="a@b.example" />
);
const city = (cityName: string) => (
  <StructuredCity city={{ ...ghent, name: cityName }} country="Belgium" url={`${url}/en`} />
);

const catalog = (
  <StructuredDatasets
    locale={defaultLocale}
    datasets={datasets.map((dataset) => ({
      name: dataset.name,
      files: endingsOf(dataset).map((ending) => ({
        ...{ ending, name: `${dataset.name}.${ending}`, bytes: 1 },
      })),
    }))}
    page={`${url}/en/open-data`}
    publisher={{ name, url }}
  />
);

test("the validator finds what is missing", async () => {
  expect(await issuesOf([{ "@type": "Organization" }])).not.toEqual([]);
});

test("the validator finds nothing wrong", async () => {
  const [item] = await listNewsFiles(defaultLocale);
  if (!item) throw new Error("There is no news.");
  const news = <StructuredNews item={item} url={`${url}/en/news`} publisher={{ name, url }} />;
  for (const element of [breadcrumbs("Ghent"), organization, city("Ghent"), news, catalog]) {
    const data = read(element);
    expect(data).toHaveLength(1);
    expect(await issuesOf(data)).toEqual([]);
  }
});

test("each dataset of the open data has what search engines for data ask for, and its files", async () => {
  const [data] = read(catalog);
  const listed = data?.dataset as Data[];
  expect(listed.map(({ url: address }) => address)).toEqual(
    datasets.map(({ name: dataset }) => `${url}/en/open-data#${dataset}`),
  );
  expect(await issuesOf(listed)).toEqual([]);
  for (const { description } of listed) expect(String(description).length).toBeGreaterThan(50);
  expect(listed[0]?.distribution).toEqual(
    [
      ["application/json", "signatories.json"],
      ["text/csv", "signatories.csv"],
      ["application/geo+json", "signatories.geojson"],
    ].map(([encodingFormat, file]) => ({
      "@type": "DataDownload",
      encodingFormat,
      contentUrl: `${siteUrl()}/data/v1/${file}`,
    })),
  );
});

test("breadcrumbs lead to the page itself, which has no link", () => {
  expect(read(breadcrumbs("Ghent"))[0]?.itemListElement).toEqual([
    { "@type": "ListItem", position: 1, name: "Cities", item: `${siteUrl()}/en/cities` },
    { "@type": "ListItem", position: 2, name: "Ghent" },
  ]);
  expect(read(breadcrumbs())).toEqual([]);
});

test("a city is the place that GeoNames knows by its number", () => {
  expect(read(city("Ghent"))[0]).toMatchObject({
    "@type": "City",
    name: "Ghent",
    sameAs: "https://www.geonames.org/2797656",
    geo: { latitude: 51.05, longitude: 3.71667 },
    containedInPlace: { "@type": "Country", name: "Belgium" },
  });
});

test.each([
  ["a city", city(hostile), "name"],
  [
    "an organization",
    <StructuredOrganization key="" {...{ url }} name={hostile} description="" email="" />,
    "name",
  ],
])("the name of %s cannot end the script that it stands in", (_, element, field) => {
  expect(read(element)[0]?.[field]).toBe(hostile);
});

describe("events", () => {
  test("are only those that a source confirms, on the day that it says", async () => {
    const events = await listEventFiles(defaultLocale);
    const data = read(<StructuredEvents events={events} page={`${url}/en/events`} />);
    expect(data.map(({ url: address, startDate }) => [address, startDate])).toEqual([
      [`${url}/en/events#campaign`, "2019-03-28"],
      [`${url}/en/events#launch`, "2018-11-14"],
    ]);
    for (const event of data) {
      expect(Object.keys(event)).not.toContain("endDate");
      expect(Object.keys(event)).not.toContain("eventStatus");
    }
  });

  test("say a time where one is known", async () => {
    const [event] = await listEventFiles(defaultLocale);
    if (!event) throw new Error("There is no event.");
    const at = "2026-12-10T14:00+01:00";
    const timed = { ...event, when: "2026-12-10", start: { at, timeZone: "Europe/Amsterdam" } };
    expect(read(<StructuredEvents events={[timed]} page={url} />)[0]?.startDate).toBe(at);
  });
});
