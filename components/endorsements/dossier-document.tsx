import type { Dossier, DossierBlock } from "@/lib/endorsements/dossier/dossier";

export function DossierDocument({ dossier }: { dossier: Dossier }) {
  return (
    <div className="max-w-text space-y-12 print:space-y-6">
      {dossier.sections.map(({ id, title, blocks }) => (
        <section
          key={id}
          id={id}
          aria-labelledby={`${id}-title`}
          className="border-t-4 border-ink pt-4"
        >
          <h2 id={`${id}-title`} className="print:break-after-avoid">
            {title}
          </h2>
          <div className="mt-4 space-y-3">
            {blocks.map((block, index) => (
              <Block key={index} block={block} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Block({ block }: { block: DossierBlock }) {
  if (block.kind === "paragraph") return <p className="wrap-anywhere">{block.text}</p>;
  if (block.kind === "subheading")
    return <h3 className="pt-3 print:break-after-avoid">{block.text}</h3>;
  if (block.kind === "list") {
    return (
      <ol className="list-decimal space-y-1.5 ps-[1.6em] wrap-anywhere">
        {block.entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ol>
    );
  }
  return (
    <ul className="list-disc space-y-1.5 ps-[1.4em]">
      {block.entries.map(({ text, address }) => (
        <li key={address}>
          <a href={address} className="inline-block py-0.5">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
