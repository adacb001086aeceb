import type { ChecklistSection } from "@/lib/content/checklist";

export function ChecklistExamples({
  title,
  lead,
  section,
}: {
  title: string;
  lead: string;
  section: ChecklistSection;
}) {
  return (
    <aside className="rounded-md bg-paper-deep p-6 print:break-inside-avoid print:border print:border-line">
      <h2 className="text-xl sm:text-xl">{title}</h2>
      <p className="mt-2 text-ink-soft">{lead}</p>
      <ul className="mt-4 divide-y divide-line-soft border-t border-line-soft">
        {section.examples.map((example) => (
          <li key={example} className="py-3">
            {example}
          </li>
        ))}
      </ul>
    </aside>
  );
}
