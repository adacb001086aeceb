import { z } from "zod";
import { ActionStatus, ChecklistArea } from "@/prisma/generated/enums";

/** The answers that an applicant can correct, as they were at some time. */
export const snapshotSchema = z.object({
  contactName: z.string().nullable(),
  contactRole: z.string().nullable(),
  contactDepartment: z.string().nullable(),
  mandateBody: z.string(),
  mandateDate: z.coerce.date(),
  mandateAuthorityName: z.string().nullable(),
  mandateAuthorityTitle: z.string(),
  mandateUrl: z.string().nullable(),
  isDecisionPublic: z.boolean(),
  answers: z.array(
    z.object({
      area: z.enum(ChecklistArea),
      status: z.enum(ActionStatus),
      description: z.string(),
      url: z.string().nullable(),
    }),
  ),
});

export type Snapshot = z.output<typeof snapshotSchema>;

type Stored = Omit<Snapshot, "mandateDate"> & { mandateDate: string };

/** As it is stored. */
export function snapshotOf(application: Snapshot): Stored {
  const { mandateDate, ...answers } = snapshotSchema.parse(application);
  return { ...answers, mandateDate: mandateDate.toISOString() };
}

export type SnapshotField = Exclude<keyof Snapshot, "answers">;

type Change =
  | { field: SnapshotField; before: Snapshot; after: Snapshot }
  | { area: ChecklistArea; before: Action | undefined; after: Action | undefined };

type Action = Snapshot["answers"][number];

const fields = Object.keys(snapshotSchema.shape).filter(
  (name): name is SnapshotField => name !== "answers",
);

/** What differs, in the order of the form. */
export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
  const changedFields = fields
    .filter((field) => before[field]?.valueOf() !== after[field]?.valueOf())
    .map((field) => ({ field, before, after }));
  const changedAreas = Object.values(ChecklistArea)
    .map((area) => ({ area, before: actionOf(before, area), after: actionOf(after, area) }))
    .filter((change) => !isSameAction(change.before, change.after));
  return [...changedFields, ...changedAreas];
}

const actionOf = ({ answers }: Snapshot, area: ChecklistArea): Action | undefined =>
  answers.find((answer) => answer.area === area);

const isSameAction = (one: Action | undefined, other: Action | undefined): boolean =>
  one?.status === other?.status &&
  one?.description === other?.description &&
  one?.url === other?.url;
