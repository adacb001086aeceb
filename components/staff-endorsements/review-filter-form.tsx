import { CitySuggestions } from "@/components/staff-endorsements/city-suggestions";
import { holdReasonNames } from "@/components/staff-endorsements/endorsement-labels";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { reviewPath, type FilterField } from "@/lib/endorsements/review/review-filter";
import type { HoldReason } from "@/prisma/generated/enums";

type Props = {
  /** As typed. */
  values: Readonly<Partial<Record<FilterField, string>>>;
  errors: Readonly<Partial<Record<FilterField, string>>>;
  /** Cities to choose from. Any other can be written too. */
  suggestedCities: string[];
};

/** Chooses which endorsements are meant. It asks with the address. */
export function ReviewFilterForm({ values, errors, suggestedCities }: Props) {
  const field = (name: FilterField) => ({
    name,
    defaultValue: values[name],
    error: errors[name],
    autoComplete: "off",
  });
  return (
    <search>
      <form
        action={reviewPath}
        className="grid items-end gap-x-4 gap-y-3 rounded-md bg-paper-deep p-4 sm:grid-cols-2 lg:grid-cols-4"
      >
        <SelectField {...field("state")} label="Which ones">
          <option value="held">Held</option>
          <option value="confirmed">Those that count</option>
        </SelectField>
        <SelectField {...field("reason")} label="Were held because">
          <option value="">Any reason, or none</option>
          {(Object.keys(holdReasonNames) as HoldReason[]).map((reason) => (
            <option key={reason} value={reason}>
              {holdReasonNames[reason]}
            </option>
          ))}
        </SelectField>
        <TextField {...field("domain")} label="Email domain" spellCheck={false} />
        <div>
          <TextField
            {...field("city")}
            label="City"
            list="cities"
            spellCheck={false}
            maxLength={200}
          />
          <CitySuggestions id="cities" names={suggestedCities} />
        </div>
        <TextField {...field("network")} label="Code of a network" spellCheck={false} />
        <TextField {...field("from")} label="Confirmed from (UTC)" type="datetime-local" />
        <TextField {...field("to")} label="Confirmed before (UTC)" type="datetime-local" />
        <Button variant="secondary">Show</Button>
      </form>
    </search>
  );
}
