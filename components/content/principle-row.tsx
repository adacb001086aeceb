import { principleColours } from "@/components/content/principle-colours";
import type { Principle } from "@/lib/content/schema";

/** One of the five in a list: its number, large, its title, and what it means in a sentence. */
export function PrincipleRow({ principle, address }: { principle: Principle; address: string }) {
  const colours = principleColours[principle.number];
  return (
    <li className={`grid grid-cols-[3.5rem_1fr] gap-x-4 border-t-4 py-6 sm:grid-cols-[7rem_1fr] sm:py-8 lg:grid-cols-[7rem_1fr_1fr] lg:gap-x-10 print:break-inside-avoid ${colours.border}`}>
      <span aria-hidden="true" className={`text-6xl leading-none font-extrabold sm:text-8xl lg:row-span-2 ${colours.text}`}>
        {principle.number}
      </span>
      <h2 className="text-2xl sm:text-3xl">
        <a href={address} className="text-ink decoration-2 hover:text-ink hover:decoration-4">
          {principle.title}
        </a>
      </h2>
      <p className="col-start-2 mt-3 max-w-prose text-lg text-ink-soft lg:col-start-3 lg:mt-1">{principle.description}</p>
    </li>
  );
}
