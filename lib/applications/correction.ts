import { checklistAreas } from "@/lib/applications/fields";
import type { ChecklistAction, Correction } from "@/lib/applications/schema";
import type { ChecklistArea, EvidenceCriterion } from "@/prisma/generated/enums";

/** What stands in an application's own row of a correction. */
export function correctionData(correction: Correction) {
  const { contactName, contactRole, contactDepartment } = correction;
  const { mandateBody, mandateDate, mandateAuthorityName, mandateAuthorityTitle, mandateUrl } = correction;
  return { contactName, contactRole, contactDepartment, mandateBody, mandateDate, mandateAuthorityName, mandateAuthorityTitle, mandateUrl };
}

type RowData = ReturnType<typeof correctionData>;
type Answered = { [Field in keyof RowData]: RowData[Field] | null } & { answers: ({ area: ChecklistArea } & ChecklistAction)[] };

/** What a correction changes: names of fields and of checklist areas, never what stands in them. */
export function changedGroups(before: Answered, correction: Correction): string[] {
  const data = correctionData(correction);
  const fields = (Object.keys(data) as (keyof RowData)[]).filter((field) => before[field]?.valueOf() !== data[field]?.valueOf());
  const areas = checklistAreas.filter((area) => {
    const answer = before.answers.find((candidate) => candidate.area === area);
    const action = correction[area];
    return answer?.status !== action.status || answer.description !== action.description || answer.url !== action.url;
  });
  return [...fields, ...areas];
}

/** The evidence that a reviewer must see again after such a change. */
export function outdatedEvidence(changed: readonly string[]): EvidenceCriterion[] {
  const isTouched: Record<EvidenceCriterion, boolean> = {
    mandate_seen: changed.some((group) => group.startsWith("mandate")),
    official_contact: changed.some((group) => group.startsWith("contact")),
    one_action_per_area: checklistAreas.some((area) => changed.includes(area)),
  };
  return (Object.keys(isTouched) as EvidenceCriterion[]).filter((criterion) => isTouched[criterion]);
}
