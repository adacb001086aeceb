"use client";

import { Fragment, useActionState } from "react";
import { EventFields } from "@/components/publishing/event-fields";
import { PictureFields } from "@/components/publishing/picture-fields";
import type { Preview, PublicationFormState } from "@/components/publishing/publication-form-state";
import { TextPreview } from "@/components/publishing/text-preview";
import { useLivePreview } from "@/components/publishing/use-live-preview";
import { fieldOf, untouched, type FormState } from "@/components/staff-ui/form-state";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { PublicationKind } from "@/prisma/generated/enums";

/** What the form is about, beyond what is typed. */
export type EditedText = {
  kind: PublicationKind;
  /** Null while it is not saved yet. */
  id: string | null;
  /** The version of the publication that the form was opened with. */
  seen: number;
  /** `addition`: a further language of what is public. */
  state: "new" | "draft" | "in_review" | "scheduled" | "public" | "addition";
  languages: readonly { value: string; label: string }[];
  timeZones: readonly string[];
  pictures: readonly { number: number; address: string }[];
};

type Props = {
  edited: EditedText;
  values: FormState["values"];
  /** What was done before the form came, until something else is. */
  outcome?: string;
  /** Of what is saved. */
  preview?: Preview;
  action: (before: PublicationFormState, form: FormData) => Promise<PublicationFormState>;
  draw: (form: FormData) => Promise<Preview | null>;
};

/** Writes one language of a publication. Nothing that was typed is lost, whatever the answer. */
export function PublicationForm({ edited, values, outcome, preview: saved, action, draw }: Props) {
  const [state, submit, isPending] = useActionState(action, {
    ...untouched,
    values,
    notice: outcome,
    preview: saved,
  } as PublicationFormState);
  const { live, follow, reset } = useLivePreview(draw);
  const preview = live ?? state.preview;
  return (
    <form
      action={submit}
      noValidate
      onInput={follow}
      onSubmit={reset}
      className="gap-10 xl:grid xl:grid-cols-2"
    >
      {/* Enter in any field presses the first button of a form: this one does nothing. */}
      <button disabled hidden />
      <div className="min-w-0 space-y-4">
        <ErrorSummary
          title="There is a problem"
          errors={state.fieldErrors}
          formError={state.formError}
        />
        {state.notice ? (
          <Notice variant="success" role="status">
            <p>{state.notice}</p>
          </Notice>
        ) : null}
        <input type="hidden" name="kind" value={edited.kind} />
        <input type="hidden" name="id" value={edited.id ?? ""} />
        <input type="hidden" name="seen" value={edited.seen} />
        {/* New with each attempt: React would otherwise empty the fields. */}
        <Fragment key={state.attempt}>
          <TextFields edited={edited} state={state} />
          {edited.kind === "event" ? (
            <EventFields state={state} timeZones={edited.timeZones} />
          ) : null}
          {edited.id ? <PictureFields state={state} pictures={edited.pictures} /> : null}
          <Buttons edited={edited} state={state} isPending={isPending} />
        </Fragment>
      </div>
      <section aria-label="Preview" aria-live="off" className="min-w-0 max-xl:mt-8">
        {preview ? (
          <TextPreview preview={preview} />
        ) : (
          <p className="text-ink-soft">Your preview appears here.</p>
        )}
      </section>
    </form>
  );
}

function TextFields({ edited, state }: { edited: EditedText; state: PublicationFormState }) {
  return (
    <>
      {edited.state === "new" ? (
        <>
          <TextField
            {...fieldOf(state, "slug")}
            label="Address"
            hint="Small letters, digits and hyphens, such as new-members. It never changes."
            autoComplete="off"
            spellCheck={false}
          />
          {edited.languages.length > 1 ? (
            <SelectField {...fieldOf(state, "locale")} label="Language">
              {edited.languages.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </SelectField>
          ) : (
            <input type="hidden" name="locale" value={edited.languages[0]?.value} />
          )}
        </>
      ) : (
        <input type="hidden" name="locale" value={state.values.locale} />
      )}
      <TextField {...fieldOf(state, "title")} label="Title" autoComplete="off" />
      {edited.kind === "event" ? null : (
        <TextAreaField
          {...fieldOf(state, "description")}
          label="Lead"
          hint="One or two sentences, which lists show too."
          rows={2}
        />
      )}
      <TextField
        {...fieldOf(state, "place")}
        label="Place (optional)"
        hint={edited.kind === "event" ? "Such as Ghent, Belgium." : "Where it happened."}
        autoComplete="off"
      />
      <TextAreaField
        {...fieldOf(state, "body")}
        label="Text"
        hint="In Markdown: an empty line between paragraphs, ## before a heading, - before a point of a list, **bold**, [words](/cities) for a link. HTML tags are shown as text."
        rows={18}
        // Where the line for a new picture stands.
        autoFocus={state.values.intent === "picture" && state.notice !== undefined}
        className="font-mono"
      />
    </>
  );
}

const saveLabels: Record<EditedText["state"], string> = {
  new: "Save the draft",
  draft: "Save",
  in_review: "Save",
  scheduled: "Save",
  public: "Publish the correction",
  addition: "Publish this language",
};

function Buttons({
  edited,
  state,
  isPending,
}: {
  edited: EditedText;
  state: PublicationFormState;
  isPending: boolean;
}) {
  const isPublic = edited.state === "public" || edited.state === "addition";
  const isDraft = edited.state === "draft" || edited.state === "in_review";
  return (
    <>
      {edited.state === "public" ? (
        <TextField
          {...fieldOf(state, "correction")}
          label="What was corrected"
          hint="One sentence. The page shows it, with today’s date."
          autoComplete="off"
        />
      ) : null}
      {isDraft || edited.state === "scheduled" ? (
        <TextField
          {...fieldOf(state, "publishAt")}
          type="datetime-local"
          label="Publish on (UTC)"
          hint="Holds when you press Publish. Empty: at once."
          className="max-w-64"
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button
          name="intent"
          value="preview"
          variant="secondary"
          disabled={isPending}
          // It comes anew with the fields: the focus is where it was.
          autoFocus={state.values.intent === "preview" && state.attempt > 0}
        >
          Preview
        </Button>
        <Button
          name="intent"
          value="save"
          variant={isPublic ? "primary" : "secondary"}
          disabled={isPending}
        >
          {saveLabels[edited.state]}
        </Button>
        {edited.state === "draft" ? (
          <Button name="intent" value="handOver" variant="secondary" disabled={isPending}>
            Ask a colleague to read it
          </Button>
        ) : null}
        {isDraft || edited.state === "scheduled" ? (
          <Button name="intent" value="publish" disabled={isPending}>
            Publish
          </Button>
        ) : null}
      </div>
    </>
  );
}
