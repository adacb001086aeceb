import { reasonLabels } from "@/components/review/labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import { SelectField } from "@/components/ui/field";
import type { DeclineReason, StandardTextKind } from "@/prisma/generated/enums";

export type OfferedText = {
  id: string;
  kind: StandardTextKind;
  /** Of a decline; null: for each. */
  reason: DeclineReason | null;
  title: string;
};

/** A standard text is put into the message, where it can be changed before it goes out. */
export function StandardTextChoice({
  kind,
  texts,
}: {
  kind: StandardTextKind;
  texts: OfferedText[];
}) {
  const offered = texts.filter((text) => text.kind === kind);
  if (offered.length === 0) return null;
  const groups = Map.groupBy(offered, ({ reason }) => (reason ? reasonLabels[reason] : "General"));
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <div className="min-w-0 grow">
        <SelectField name={`${kind}-standard`} label="Standard text" defaultValue="">
          <option value="">Choose</option>
          {[...groups].map(([label, group]) => (
            <optgroup key={label} label={label}>
              {group.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
      </div>
      <SmallButton name="insert" value={kind}>
        Put it into the text
      </SmallButton>
    </div>
  );
}
