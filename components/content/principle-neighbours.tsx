import { principleColours } from "@/components/content/principle-colours";
import { PrincipleNumber } from "@/components/content/principle-number";
import type { Principle } from "@/lib/content/schema";

type Neighbour = { principle: Principle; address: string; label: string };

export function PrincipleNeighbours({
  label,
  previous,
  next,
}: {
  label: string;
  previous?: Neighbour;
  next?: Neighbour;
}) {
  return (
    <nav aria-label={label} className="mt-14 grid gap-6 sm:grid-cols-2 print:hidden">
      {previous ? <NeighbourLink {...previous} rel="prev" /> : <span className="hidden sm:block" />}
      {next ? <NeighbourLink {...next} rel="next" /> : null}
    </nav>
  );
}

function NeighbourLink({ principle, address, label, rel }: Neighbour & { rel: "prev" | "next" }) {
  const colours = principleColours[principle.number];
  return (
    <a
      href={address}
      rel={rel}
      className={`group block border-t-4 py-4 text-ink no-underline hover:text-ink ${colours.border}`}
    >
      <span className="block text-ink-soft">{label}</span>
      <span className="mt-1 block text-xl/snug font-bold underline decoration-1 underline-offset-4 group-hover:decoration-2">
        <PrincipleNumber number={principle.number} />
        {principle.title}
      </span>
    </a>
  );
}
