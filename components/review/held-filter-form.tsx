import { holdReasonNames } from "@/components/review/endorsement-words";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { HeldFilter } from "@/lib/endorsements/held-filter";
import type { HoldReason } from "@/prisma/generated/enums";

/** Chooses which held endorsements are meant. It asks with the address. */
export function HeldFilterForm({ filter }: { filter: HeldFilter }) {
  return (
    <search>
      <form action="/admin/endorsements/held" className="grid items-end gap-x-4 gap-y-3 rounded-md bg-paper-deep p-4 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1fr_auto]">
        <SelectField name="reason" label="Held because" defaultValue={filter.reason}>
          <option value="">Any reason</option>
          {(Object.keys(holdReasonNames) as HoldReason[]).map((reason) => (
            <option key={reason} value={reason}>
              {holdReasonNames[reason]}
            </option>
          ))}
        </SelectField>
        <TextField name="domain" label="Mail domain" defaultValue={filter.domain} autoComplete="off" spellCheck={false} />
        <TextField name="city" label="City (number)" defaultValue={filter.city} inputMode="numeric" autoComplete="off" />
        <Button look="secondary">Show</Button>
      </form>
    </search>
  );
}
