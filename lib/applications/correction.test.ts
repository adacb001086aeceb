import { expect, test } from "vitest";
import { changedGroups, correctionData, outdatedEvidence } from "@/lib/applications/correction";
import { checklistAreas, type Answers } from "@/lib/applications/fields";
import { correctionSchema, nest } from "@/lib/applications/schema";
import type { EvidenceCriterion } from "@/prisma/generated/enums";
import { answersOfGhent } from "@/tests/support/applications/ghent";

const correction = (changes: Partial<Answers> = {}) =>
  correctionSchema.parse(nest({ ...answersOfGhent, ...changes }));

const submitted = correction();
const application = {
  ...correctionData(submitted),
  answers: checklistAreas.map((area) => ({ applicationId: "", area, ...submitted[area] })),
};

const contact: EvidenceCriterion[] = ["official_contact"];
const mandate: EvidenceCriterion[] = ["mandate_seen"];
const actions: EvidenceCriterion[] = ["one_action_per_area"];

const ofAreas = checklistAreas.flatMap(
  (area): [Partial<Answers>, string, EvidenceCriterion[]][] => [
    [
      {
        [`${area}-status`]: answersOfGhent[`${area}-status`] === "planned" ? "in_place" : "planned",
      },
      area,
      actions,
    ],
    [
      { [`${area}-description`]: "The city does something else for the same principle." },
      area,
      actions,
    ],
    [{ [`${area}-url`]: "https://stad.example/elsewhere" }, area, actions],
  ],
);

test.each<[Partial<Answers>, string, EvidenceCriterion[]]>([
  [{ contactName: "The Deputy Officer" }, "contactName", contact],
  [{ contactRole: "Adviser on algorithms" }, "contactRole", contact],
  [{ contactDepartment: "Bureau of the Town Hall" }, "contactDepartment", contact],
  [{ mandateBody: "College of the mayor" }, "mandateBody", mandate],
  [{ "mandateDate-day": "20" }, "mandateDate", mandate],
  [{ "mandateDate-month": "9" }, "mandateDate", mandate],
  [{ "mandateDate-year": "2025" }, "mandateDate", mandate],
  [{ mandateAuthorityName: "The Alderwoman" }, "mandateAuthorityName", mandate],
  [{ mandateAuthorityTitle: "Alderwoman" }, "mandateAuthorityTitle", mandate],
  [{ "mandateUrl-address": "https://stad.example/another-decision" }, "mandateUrl", mandate],
  [{ "mandateUrl-address": "", "mandateUrl-follows": "yes" }, "mandateUrl", mandate],
  ...ofAreas,
])("a correction to %j changes %s, and %j must be seen again", (changes, group, outdated) => {
  const changed = changedGroups(application, correction(changes));
  expect(changed).toEqual([group]);
  expect(outdatedEvidence(changed)).toEqual(outdated);
});

test("what is saved as it was changes nothing, and nothing must be seen again", () => {
  expect(changedGroups(application, correction())).toEqual([]);
  expect(outdatedEvidence([])).toEqual([]);
});

test("a correction to all of it outdates all of it", () => {
  const changed = changedGroups(
    application,
    correction({
      contactName: "The Deputy Officer",
      mandateBody: "College of the mayor",
      "principle_5-url": "https://stad.example/elsewhere",
    }),
  );
  expect(changed).toEqual(["contactName", "mandateBody", "principle_5"]);
  expect(outdatedEvidence(changed).sort()).toEqual([
    "mandate_seen",
    "official_contact",
    "one_action_per_area",
  ]);
});

test("what was erased is not what is typed anew", () => {
  const erased = {
    ...application,
    contactName: null,
    contactRole: null,
    contactDepartment: null,
    mandateAuthorityName: null,
  };
  expect(changedGroups(erased, correction())).toEqual([
    "contactName",
    "contactRole",
    "contactDepartment",
    "mandateAuthorityName",
  ]);
});
