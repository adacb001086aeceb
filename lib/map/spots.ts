import type { Area } from "@/lib/cities/area";
import type { Coordinates } from "@/lib/cities/distance";
import { clustersOf } from "@/lib/map/clusters";

export type MappedCity = Coordinates & {
  slug: string;
  name: string;
  countryCode: string;
  isFounder: boolean;
};

/** A city that has not signed, and whose number of asking residents is public. */
export type MappedEndorsedCity = Omit<MappedCity, "isFounder">;

export type CitySpot = MappedCity & { kind: "city" };
export type EndorsedSpot = MappedEndorsedCity & { kind: "endorsed" };
export type ClusterSpot = Coordinates & {
  kind: "cluster";
  name: "";
  area: Area;
  count: number;
};
export type Spot = CitySpot | EndorsedSpot | ClusterSpot;

/** With more, marks and names would overlap and the page would be heavy with links. */
const maxSingleCities = 40;

/** Endorsed cities are never part of a group: a group leads to a list of members. */
export function spotsOf(
  cities: readonly MappedCity[],
  endorsed: readonly MappedEndorsedCity[] = [],
): Spot[] {
  return [
    ...memberSpots(cities),
    ...endorsed.map((city) => ({ ...city, kind: "endorsed" as const })),
  ];
}

function memberSpots(cities: readonly MappedCity[]): (CitySpot | ClusterSpot)[] {
  const clusters = cities.length > maxSingleCities ? clustersOf(cities) : [];
  // All in one place: smaller groups would not separate them.
  if (clusters.length < 2) return cities.map((city) => ({ ...city, kind: "city" }));
  return clusters.map(({ area, cities: [first, ...others] }) =>
    first && others.length === 0
      ? { ...first, kind: "city" }
      : {
          kind: "cluster",
          name: "",
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
