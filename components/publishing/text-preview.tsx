import type { Preview } from "@/components/publishing/publication-form-state";
import { TextTree } from "@/lib/publications/text-tree";

/** How the text will look on its page. */
export function TextPreview({
  preview: { title, description, text, problems },
}: {
  preview: Preview;
}) {
  return (
    <div className="rounded-md border-2 border-line-soft p-5">
      <p className="text-3xl font-bold text-balance">{title}</p>
      {description ? <p className="mt-3 mb-6 text-xl text-ink-soft">{description}</p> : null}
      {problems.length > 0 ? (
        <ul className="mb-4 list-disc ps-5 font-bold text-danger">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      <div className="prose wrap-anywhere">
        <TextTree nodes={text} />
      </div>
    </div>
  );
}
