type Door = { title: string; text: string; href: string };

export function Doors({
  label,
  resident,
  official,
}: {
  label: string;
  resident: Door;
  official: Door;
}) {
  return (
    <nav aria-label={label}>
      <ul className="grid grid-cols-2 gap-3 sm:gap-4">
        <li className="grid">
          <DoorLink
            {...resident}
            className="border-ink bg-ink text-night hover:bg-night hover:text-ink print:bg-transparent print:text-ink"
          />
        </li>
        <li className="grid">
          <DoorLink {...official} className="border-ink text-ink hover:bg-ink hover:text-night" />
        </li>
      </ul>
    </nav>
  );
}

function DoorLink({ title, text, href, className }: Door & { className: string }) {
  return (
    <a
      href={href}
      className={`rounded-md border-2 px-3.5 py-2.5 no-underline sm:px-5 sm:py-4 ${className}`}
    >
      <span className="block text-lg/tight font-bold sm:text-2xl/tight">{title}</span>
      <span className="block underline decoration-1 underline-offset-4 sm:mt-1 sm:text-lg">
        {text}
      </span>
    </a>
  );
}
