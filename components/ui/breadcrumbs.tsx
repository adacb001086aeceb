import type { BreadcrumbList } from "schema-dts";
import { StructuredData } from "@/components/ui/structured-data";
import { siteUrl } from "@/lib/env";

type Props = {
  label: string;
  links: { href: string; text: string }[];
  /** The page itself, on a public page. It is the heading, so only machines read it here. */
  current?: string;
};

export function Breadcrumbs({ label, links, current }: Props) {
  return (
    <nav aria-label={label} className="mb-4 print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {links.map((link) => (
          <li
            key={link.href}
            className="not-first:before:me-2 not-first:before:text-ink-soft not-first:before:content-['/'_/_'']"
          >
            <a href={link.href} className="inline-block py-1">
              <bdi>{link.text}</bdi>
            </a>
          </li>
        ))}
      </ol>
      {current ? (
        <StructuredData data={{ "@context": "https://schema.org", ...trail(links, current) }} />
      ) : null}
    </nav>
  );
}

const trail = (links: Props["links"], current: string): Exclude<BreadcrumbList, string> => ({
  "@type": "BreadcrumbList",
  itemListElement: [
    ...links.map(({ href, text }) => ({ name: text, item: siteUrl() + href })),
    { name: current },
  ].map((item, index) => ({ "@type": "ListItem", position: index + 1, ...item })),
});
