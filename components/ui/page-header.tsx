import type { ReactNode } from "react";

export function PageHeader({
  title,
  lead,
  breadcrumbs,
  eyebrow,
}: {
  title: ReactNode;
  lead?: ReactNode;
  breadcrumbs?: ReactNode;
  eyebrow?: ReactNode;
}) {
  return (
    <header className="mb-8 max-w-3xl sm:mb-10">
      {breadcrumbs}
      {eyebrow ? <p className="mb-2 font-bold text-ink-soft">{eyebrow}</p> : null}
      <h1>{title}</h1>
      {lead ? <p className="mt-4 font-figures text-xl/snug text-ink-soft">{lead}</p> : null}
    </header>
  );
}
