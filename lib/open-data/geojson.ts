import type { Dataset, Row } from "@/lib/open-data/dataset";
import { headOf } from "@/lib/open-data/json-document";

/** RFC 7946. For datasets whose rows have a latitude and a longitude. */
export const geoJsonOf = async (dataset: Dataset) => ({
  type: "FeatureCollection",
  ...(await headOf(dataset)),
  features: (await dataset.rows()).map(featureOf),
});

const featureOf = ({ latitude, longitude, ...properties }: Row) => ({
  type: "Feature",
  id: properties.geonames_id,
  geometry: { type: "Point", coordinates: [longitude, latitude] },
  properties,
});
