import { principleColours } from "@/components/content/principle-colours";
import { PrincipleNumber } from "@/components/content/principle-number";
import { PrinciplePicture } from "@/components/content/principle-picture";
import type { Principle } from "@/lib/content/schema";

export function PrincipleRow({ principle, address }: { principle: Principle; address: string }) {
  const colours = principleColours[principle.number];
  return (
    <li
      className={`grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-5 border-t-6 py-6 sm:grid-cols-[6rem_1fr] sm:gap-x-10 sm:py-10 lg:grid-cols-[6rem_1fr_1fr] lg:gap-x-10 print:break-inside-avoid ${colours.border}`}
    >
      <PrinciplePicture number={principle.number} className="w-full lg:row-span-2" />
      <h2 className="text-2xl wrap-anywhere">
        <a
          href={address}
          className="text-ink no-underline decoration-4 underline-offset-6 hover:text-ink hover:underline"
        >
          <PrincipleNumber number={principle.number} />
          {principle.title}
        </a>
      </h2>
      <p className="col-start-2 mt-3 max-w-prose text-lg text-ink-soft lg:col-start-3 lg:mt-1">
        {principle.description}
      </p>
    </li>
  );
}
