"use client";

import { fieldOf } from "@/components/staff-ui/form-state";
import { PanelForm, type FormAction } from "@/components/staff-ui/panel-form";
import { CheckboxField, TextAreaField } from "@/components/ui/field";

/** One thing that a proposal changes, in words. */
export type ComparedChange = {
  label: string;
  fields: { name: string; old: string; new: string }[];
};

type Props = {
  action: FormAction;
  id: string;
  /** The version of the page. */
  seen: number;
  changes: readonly ComparedChange[];
};

export function DecisionForm({ action, id, seen, changes }: Props) {
  const values = Object.fromEntries(changes.map((_, index) => [`accept-${index}`, "yes"]));
  return (
    <PanelForm action={action} values={values} button="Decide" className="space-y-6">
      {(state) => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seen" value={seen} />
          {changes.map(({ label, fields }, index) => (
            <section key={index} className="space-y-2 border-b border-line pb-4">
              <CheckboxField
                name={`accept-${index}`}
                value="yes"
                label={`Accept: ${label}`}
                defaultChecked={state.values[`accept-${index}`] === "yes"}
              />
              {fields.length > 0 ? <Comparison label={label} fields={fields} /> : null}
            </section>
          ))}
          <TextAreaField
            {...fieldOf(state, "reason")}
            label="Message to the contact"
            hint="Needed where something is not accepted."
          />
        </>
      )}
    </PanelForm>
  );
}

function Comparison({ label, fields }: ComparedChange) {
  return (
    <table className="w-full table-fixed text-start">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          <td className="w-24" />
          <th scope="col" className="text-start">
            Now
          </th>
          <th scope="col" className="text-start">
            Proposed
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name} className="align-top">
            <th scope="row" className="py-1 pe-3 text-start font-normal text-ink-soft">
              {field.name}
            </th>
            <td className="py-1 pe-3 wrap-anywhere whitespace-pre-line">
              <bdi>{field.old || "–"}</bdi>
            </td>
            <td className="py-1 wrap-anywhere whitespace-pre-line">
              {field.old === field.new ? (
                <bdi>{field.new}</bdi>
              ) : (
                <mark className="bg-paper-deep font-bold text-ink">
                  <bdi>{field.new || "–"}</bdi>
                </mark>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
