import {
  checklistAreas,
  emptyAnswers,
  type Answers,
  type FieldName,
} from "@/lib/applications/fields";
import type { ApplicantsView } from "@/lib/applications/queries";
import type { Correction } from "@/lib/applications/schema";
import type { EvidenceCriterion } from "@/prisma/generated/enums";

/** The columns that can be corrected; the checklist has rows of its own. */
export function correctionData(correction: Correction) {
  const { contactName, contactRole, contactDepartment } = correction;
  const {
    mandateBody,
    mandateDate,
    mandateAuthorityName,
    mandateAuthorityTitle,
    mandateUrl,
    isDecisionPublic,
  } = correction;
  return {
    ...{ contactName, contactRole, contactDepartment },
    ...{
      mandateBody,
      mandateDate,
      mandateAuthorityName,
      mandateAuthorityTitle,
      mandateUrl,
      isDecisionPublic,
    },
  };
}

type RowData = ReturnType<typeof correctionData>;
type Answered = Pick<ApplicantsView, keyof RowData | "answers">;

/** Erased answers become empty. */
export function answersOf(application: Answered): Answers {
  const {
    contactName,
    contactRole,
    contactDepartment,
    mandateBody,
    mandateDate,
    mandateAuthorityName,
    mandateAuthorityTitle,
    mandateUrl,
  } = application;
  const answers: Partial<Record<FieldName, string>> = {
    ...{
      contactName: contactName ?? "",
      contactRole: contactRole ?? "",
      contactDepartment: contactDepartment ?? "",
    },
    ...{ mandateBody, mandateAuthorityName: mandateAuthorityName ?? "", mandateAuthorityTitle },
    "mandateDate-day": String(mandateDate.getUTCDate()),
    "mandateDate-month": String(mandateDate.getUTCMonth() + 1),
    "mandateDate-year": String(mandateDate.getUTCFullYear()),
    "mandateUrl-address": mandateUrl ?? "",
    "mandateUrl-follows": mandateUrl === null ? "yes" : "",
    isDecisionPublic: application.isDecisionPublic ? "yes" : "",
  };
  for (const { area, status, description, url } of application.answers) {
    answers[`${area}-status`] = status;
    answers[`${area}-description`] = description;
    answers[`${area}-url`] = url ?? "";
  }
  return { ...emptyAnswers, ...answers };
}

/** Names of the changed fields and checklist areas, never their contents. */
export function changedGroups(before: Answered, correction: Correction): string[] {
  const data = correctionData(correction);
  const fields = (Object.keys(data) as (keyof RowData)[]).filter(
    (field) => before[field]?.valueOf() !== data[field]?.valueOf(),
  );
  const areas = checklistAreas.filter((area) => {
    const answer = before.answers.find((candidate) => candidate.area === area);
    const action = correction[area];
    return (
      answer?.status !== action.status ||
      answer.description !== action.description ||
      answer.url !== action.url
    );
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
  return (Object.keys(isTouched) as EvidenceCriterion[]).filter(
    (criterion) => isTouched[criterion],
  );
}
