type Props = {
  id: string;
  current: string;
  languages: readonly { value: string; label: string }[];
  written: readonly string[];
};

/** From one language of a publication to another. Nothing where the site has one language. */
export function LanguageLinks({ id, current, languages, written }: Props) {
  if (languages.length < 2) return null;
  return (
    <nav aria-label="Languages" className="mb-4">
      <ul className="flex flex-wrap gap-x-6">
        {languages.map(({ value, label }) => (
          <li key={value}>
            <a
              href={`/admin/publishing/${id}?locale=${value}`}
              aria-current={value === current ? "page" : undefined}
              className="inline-block py-1 aria-[current]:font-bold"
            >
              {label}
              {written.includes(value) ? null : " (not written yet)"}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
