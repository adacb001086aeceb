import type { City } from "schema-dts";
import { StructuredData } from "@/components/ui/structured-data";

type Props = {
  city: { cityId: number; name: string; latitude: number; longitude: number };
  country: string;
  url: string;
};

export function StructuredCity({ city, country, url }: Props) {
  const { cityId, name, latitude, longitude } = city;
  const data: City = {
    "@type": "City",
    name,
    url,
    sameAs: `https://www.geonames.org/${cityId}`,
    geo: { "@type": "GeoCoordinates", latitude, longitude },
    containedInPlace: { "@type": "Country", name: country },
  };
  return <StructuredData data={{ "@context": "https://schema.org", ...data }} />;
}
