import type { Organization } from "schema-dts";
import { StructuredData } from "@/components/ui/structured-data";

type Props = { name: string; description: string; url: string; email: string };

export function StructuredOrganization({ name, description, url, email }: Props) {
  const data: Organization = {
    "@type": "Organization",
    name,
    description,
    url,
    email,
    logo: `${url}/icon-512.png`,
    foundingDate: "2018-11-14",
  };
  return <StructuredData data={{ "@context": "https://schema.org", ...data }} />;
}
