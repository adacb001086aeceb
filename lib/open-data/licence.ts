import { namesPlaces, type Dataset } from "@/lib/open-data/dataset";

export const licence = {
  id: "CC-BY-4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
  attribution: "Cities Coalition for Digital Rights",
};

const geoNames = {
  name: "GeoNames",
  url: "https://www.geonames.org/",
  licence: "CC-BY-4.0",
  used_for: "identifiers, regions, countries and coordinates of places",
};

export const sourcesOf = (dataset: Pick<Dataset, "row">): (typeof geoNames)[] =>
  namesPlaces(dataset) ? [geoNames] : [];
