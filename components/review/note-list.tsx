import { formatMoment } from "@/components/review/labels";
import { formatCount } from "@/components/staff-ui/format-number";
import type { ReviewedApplication } from "@/lib/applications/review/review-queries";

type Note = ReviewedApplication["notes"][number];

const unfolded = 5;

/** Newest first. */
export function NoteList({ notes }: { notes: Note[] }) {
  if (notes.length === 0) return <p className="text-ink-soft">No notes yet.</p>;
  const earlier = notes.slice(unfolded);
  return (
    <>
      <List notes={notes.slice(0, unfolded)} />
      {earlier.length ? (
        <details className="mt-2">
          <summary className="cursor-pointer py-1">
            {formatCount(earlier.length, "earlier note", "earlier notes")}
          </summary>
          <List notes={earlier} />
        </details>
      ) : null}
    </>
  );
}

function List({ notes }: { notes: Note[] }) {
  return (
    <ol className="divide-y divide-line-soft border-y border-line-soft leading-snug">
      {notes.map(({ id, text, writtenAt, writtenBy, told }) => (
        <li key={id} className="py-2">
          <p className="wrap-anywhere whitespace-pre-line">
            <bdi>{text}</bdi>
          </p>
          <p className="wrap-anywhere text-ink-soft">
            <bdi>{writtenBy}</bdi>, {formatMoment(writtenAt)}
            {told.length ? ". Told: " : null}
            {told.map((name, index) => (
              <span key={name}>
                {index ? ", " : null}
                <bdi>{name}</bdi>
              </span>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}
