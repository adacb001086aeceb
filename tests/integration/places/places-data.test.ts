import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/data/places/route";
import sitemap from "@/app/sitemap";
import { siteUrl } from "@/lib/env";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

beforeAll(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

const get = (query: string) => GET(new Request(`http://localhost/data/places${query}`));

test("a place is given with what tells it from its namesakes, and no shared cache keeps who asked", async () => {
  const response = await get("?q=gent&locale=en");
  expect(response.headers.get("cache-control")).toContain("private");
  expect(await response.json()).toEqual({
    places: [
      {
        id: placeIds.ghent,
        name: "Ghent",
        region: "Flanders",
        country: "Belgium",
        countryCode: "BE",
        whereabouts: "Flanders, Belgium",
        matchedName: "Gent",
      },
    ],
  });
});

test.each(["", "?q=", "?q=%00", `?q=${"x".repeat(5000)}`, "?q=%25&locale=nowhere"])(
  "“%s” gets an empty answer, not an error",
  async (query) => {
    const response = await get(query);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ places: [] });
  },
);

test("the sitemap has the page of every signatory and of no other city", async () => {
  const pages = await sitemap();
  const addresses = pages.map(({ url }) => url);
  expect(addresses.filter((url) => url.startsWith(`${siteUrl()}/en/cities/`))).toHaveLength(26);
  expect(addresses).toContain(`${siteUrl()}/en/cities/new-york-city`);
  expect(addresses).toContain(`${siteUrl()}/en/declaration`);
  expect(addresses).not.toContain(`${siteUrl()}/en/cities/ghent`);
  expect(new Set(addresses).size).toBe(addresses.length);
  // Each says when it was changed last: never later than now, and a list never before what stands
  // on it.
  const changedAt = (path: string) =>
    (pages.find(({ url }) => url === siteUrl() + path)!.lastModified as Date).getTime();
  expect(
    pages.filter(
      ({ lastModified }) => !(lastModified instanceof Date) || lastModified.getTime() > Date.now(),
    ),
  ).toEqual([]);
  expect(changedAt("/en/cities")).toBeGreaterThanOrEqual(changedAt("/en/cities/new-york-city"));
});
