import { notedOf, type ReviewState } from "@/components/review/decision/review-state";
import { SmallButton } from "@/components/staff-ui/small-button";
import { TextAreaField } from "@/components/ui/field";

type Props = { colleagues: { id: string; name: string }[]; answer: ReviewState };

/** A note for staff alone, and whom to tell of it by email. */
export function NoteFields({ colleagues, answer }: Props) {
  const { values, fieldErrors } = answer;
  const written = notedOf(answer, "note");
  return (
    <div className="mb-3 space-y-2">
      <TextAreaField
        name="note-text"
        label="New note"
        hint="For staff alone. It is deleted together with the applicant’s data."
        rows={2}
        error={fieldErrors["note-text"]}
        defaultValue={values["note-text"]}
      />
      {colleagues.length ? (
        <details open={colleagues.some(({ id }) => `tell-${id}` in values) || undefined}>
          <summary className="cursor-pointer py-1.5">Tell colleagues by email</summary>
          <ul>
            {colleagues.map(({ id, name }) => (
              <li key={id}>
                <label className="flex min-h-9 items-center gap-2">
                  <input
                    type="checkbox"
                    name={`tell-${id}`}
                    value="yes"
                    defaultChecked={`tell-${id}` in values}
                    className="mt-0! size-6 shrink-0 accent-accent"
                  />
                  <bdi className="wrap-anywhere">{name}</bdi>
                </label>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <SmallButton
          name="note"
          value="write"
          // The fields come anew: the focus is where it was.
          autoFocus={written !== undefined}
        >
          Write the note
        </SmallButton>
        <p role="status" className="text-ink-soft">
          {written}
        </p>
      </div>
    </div>
  );
}
