import type { Format } from "@/lib/open-data/dataset";

/** How each format is named by IANA and by the EU's list of file types. */
export const formats: Readonly<Record<Format, { mediaType: string; fileType: string }>> = {
  json: { mediaType: "application/json", fileType: "JSON" },
  csv: { mediaType: "text/csv", fileType: "CSV" },
  geojson: { mediaType: "application/geo+json", fileType: "GEOJSON" },
};
