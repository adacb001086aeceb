import { Tag, type TagVariant } from "@/components/staff-ui/tag";
import { stateLabels } from "@/components/review/labels";
import type { ApplicationState } from "@/prisma/generated/enums";

const variants: Readonly<Record<ApplicationState, TagVariant>> = {
  submitted: "notable",
  changes_requested: "quiet",
  approved: "good",
  declined: "bad",
  withdrawn: "quiet",
  unconfirmed: "quiet",
};

export function StateTag({ state }: { state: ApplicationState }) {
  return <Tag variant={variants[state]}>{stateLabels[state]}</Tag>;
}
