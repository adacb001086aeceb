import type { Thing, WithContext } from "schema-dts";

/** schema.org in JSON-LD. */
export function StructuredData({ data }: { data: WithContext<Thing> }) {
  // React does not escape what stands in a script; without "<" nothing can close it.
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }}
    />
  );
}
