/** The way up from here. The page itself is its heading, not a crumb. */
export function Breadcrumbs({
  label,
  links,
}: {
  label: string;
  links: { href: string; text: string }[];
}) {
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
    </nav>
  );
}
