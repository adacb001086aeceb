import { principleColours } from "@/components/content/principle-colours";
import { PrincipleNumber } from "@/components/content/principle-number";
import type { ChecklistSection } from "@/lib/content/checklist";

/**
 * The whole checklist of digital rights actions, area by area; the five principles in their
 * colours.
 */
export function Checklist({ sections }: { sections: ChecklistSection[] }) {
  return (
    <div className="grid max-w-none! gap-x-12 gap-y-10 lg:grid-cols-2 print:grid-cols-1 print:gap-y-6">
      {sections.map(({ area, principle, title, explanation, examples }) => {
        const border = principle ? principleColours[principle].border : "border-ink";
        return (
          <section key={area} className={`border-t-4 pt-4 print:break-inside-avoid ${border}`}>
            <h3>
              {principle ? <PrincipleNumber number={principle} /> : null}
              {title}
            </h3>
            <p className="mt-2">{explanation}</p>
            <ul className="mt-2 list-disc ps-[1.4em]">
              {examples.map((example) => (
                <li key={example}>{example}</li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
