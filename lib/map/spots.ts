import type { Area } from "@/lib/cities/area";
import type { Coordinates } from "@/lib/cities/distance";
import { clustersOf } from "@/lib/map/clusters";

/** What a map says of a city. */
export type MappedCity = Coordinates & {
  slug: string;
  name: string;
  countryCode: string;
  isFounder: boolean;
};

/** What is put on a map: a city, or so many cities of an area. */
export type CitySpot = MappedCity & { kind: "city" };
export type ClusterSpot = Coordinates & {
  kind: "cluster";
  name: "";
  isFounder: false;
  area: Area;
  count: number;
};
export type Spot = CitySpot | ClusterSpot;

/**
 * Beyond this, marks and names of single cities would cover each other and the page would grow
 * heavy with links.
 */
const mostSingleCities = 40;

/**
 * The cities one by one while they are few, else in groups; whoever is alone in a group stays a
 * city.
 */
export function spotsOf(cities: readonly MappedCity[]): Spot[] {
  const clusters = cities.length > mostSingleCities ? clustersOf(cities) : [];
  // All in one place: smaller groups would not help to tell them apart.
  if (clusters.length < 2) return cities.map((city) => ({ ...city, kind: "city" }));
  return clusters.map(({ area, cities: [first, ...others] }) =>
    first && others.length === 0
      ? { ...first, kind: "city" }
      : {
          kind: "cluster",
          name: "",
          isFounder: false,
          area,
          count: others.length + 1,
          ...middleOf([...(first ? [first] : []), ...others]),
        },
  );
}

function middleOf(places: Coordinates[]): Coordinates {
  const mean = (pick: (place: Coordinates) => number) =>
    places.reduce((sum, place) => sum + pick(place), 0) / places.length;
  return {
    latitude: mean(({ latitude }) => latitude),
    longitude: mean(({ longitude }) => longitude),
  };
}
