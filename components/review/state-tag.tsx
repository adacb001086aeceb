import { Tag, type TagLook } from "@/components/staff-ui/tag";
import { stateNames } from "@/components/review/labels";
import type { ApplicationState } from "@/prisma/generated/enums";

const looks: Readonly<Record<ApplicationState, TagLook>> = {
  submitted: "notable",
  changes_requested: "quiet",
  approved: "good",
  declined: "bad",
  withdrawn: "quiet",
  unconfirmed: "quiet",
};

export function StateTag({ state }: { state: ApplicationState }) {
  return <Tag look={looks[state]}>{stateNames[state]}</Tag>;
}
