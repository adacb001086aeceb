import { stepNames } from "@/components/staff-endorsements/endorsement-labels";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import type { CityStepKind } from "@/prisma/generated/enums";

type Props = {
  cityId: number;
  kinds: readonly CityStepKind[];
  seenSteps: number;
  action: (form: FormData) => Promise<void>;
};

/** Writes down what comes next on a city's way, with a note for colleagues. */
export function StepForm({ cityId, kinds, seenSteps, action }: Props) {
  return (
    <form action={action} className="space-y-3">
      <input type="hidden" name="cityId" value={cityId} />
      <input type="hidden" name="seenSteps" value={seenSteps} />
      <TextAreaField
        name="note"
        label="Note (optional)"
        hint="For staff alone. The step itself is public, with its date."
        maxLength={2_000}
      />
      <div className="flex flex-wrap gap-3">
        {kinds.map((kind) => (
          <Button
            key={kind}
            name="kind"
            value={kind}
            variant={kind === "left" ? "danger" : "primary"}
          >
            {stepNames[kind].button}
          </Button>
        ))}
      </div>
    </form>
  );
}
