import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type Named = { slug: string; name: string };

/** Names as a wall, each leading to its city's page: the fewer they are, the larger. */
export function NameWall({ locale, cities }: { locale: Locale; cities: readonly Named[] }) {
  return (
    <ul
      role="list"
      className={`flex flex-wrap font-bold print:gap-x-3 print:text-sm [&_a]:text-ink [&_a]:decoration-line [&_a]:hover:text-accent ${sizeFor(cities.length)}`}
    >
      {cities.map(({ slug, name }) => (
        <li key={slug}>
          <a href={href(locale, `/cities/${slug}`)}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

function sizeFor(count: number): string {
  if (count <= 6) return "gap-x-8 gap-y-2 text-4xl";
  if (count <= 60) return "gap-x-6 gap-y-2 text-2xl";
  return "gap-x-5 gap-y-1 text-lg";
}
