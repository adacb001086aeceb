import type { PublicationFormState } from "@/components/publishing/publication-form-state";
import { fieldOf } from "@/components/staff-ui/form-state";
import { CheckboxField, TextField } from "@/components/ui/field";

type Props = { state: PublicationFormState; timeZones: readonly string[] };

/** When an event takes place. The time is that of the clocks there. */
export function EventFields({ state, timeZones }: Props) {
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <TextField {...fieldOf(state, "day")} type="date" label="Day" className="max-w-48" />
        <TextField
          {...fieldOf(state, "time")}
          type="time"
          label="Begins at (optional)"
          className="max-w-40"
        />
        <TextField
          {...fieldOf(state, "timeZone")}
          label="Time zone"
          hint="Of the place, such as Europe/Amsterdam."
          list="time-zones"
          autoComplete="off"
          spellCheck={false}
        />
        <datalist id="time-zones">
          {timeZones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      <CheckboxField
        name="isConfirmed"
        value="yes"
        label="It is certain that it takes place on this day"
        hint="Otherwise the page says that it is announced."
        defaultChecked={state.values.isConfirmed === "yes"}
      />
    </>
  );
}
