import { beforeEach, expect, test } from "vitest";
import {
  confirmApplication,
  correctApplication,
  withdrawApplication,
} from "@/lib/applications/commands";
import { submitApplication } from "@/lib/applications/submit-commands";
import { answersOf } from "@/lib/applications/correction";
import { findApplicationByToken } from "@/lib/applications/queries";
import { requestChanges } from "@/lib/applications/review/review-commands";
import { applicationSchema, correctionSchema, nest } from "@/lib/applications/schema";
import type { Answers } from "@/lib/applications/fields";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { tokenMailedTo } from "@/tests/support/mail/mailed-token";
import { sortedReasons } from "@/tests/support/result";
import { openReview, resetWithReviewer } from "@/tests/support/applications/review";

let token: string;
let staffId: string;

const correction = (changes: Partial<Answers>) =>
  correctionSchema.parse(nest({ ...answersOfGhent, ...changes }));
const ghent = () =>
  prisma.application.findFirstOrThrow({
    include: { answers: true, evidence: true, decisions: true },
  });
const lastEvent = () =>
  prisma.event.findFirstOrThrow({ orderBy: { id: "desc" }, select: { kind: true, detail: true } });
const notesForReviewers = () =>
  prisma.reviewNotice.findMany({ orderBy: { notedAt: "asc" }, select: { isAnswer: true } });

beforeEach(async () => {
  staffId = await resetWithReviewer();
  await submitApplication(
    {
      ...applicationSchema.parse(nest(answersOfGhent)),
      submissionKey: "00000000-0000-4000-8000-000000000001",
      locale: defaultLocale,
      declarationVersion: "2018",
    },
    null,
  );
  token = await tokenMailedTo("digital.officer@stad.example");
  await confirmApplication(token);
});

async function askForChanges(): Promise<void> {
  const { id } = await ghent();
  await requestChanges(await openReview(id, staffId), {
    message: "Please add the link to the decision.",
  });
}

test("what stands in the form to correct is what was submitted", async () => {
  const application = await findApplicationByToken(token);
  const { cityId, contactEmail, consent, ...correctable } = answersOfGhent;
  expect(answersOf(application!)).toEqual({
    ...correctable,
    cityId: "",
    contactEmail: "",
    consent: "",
  });
  expect([cityId, contactEmail, consent]).not.toContain("");
});

test("a correction changes the answers, counts the version up, and the event names the fields only", async () => {
  const { version } = await ghent();
  const corrected = correction({
    contactName: "The Deputy",
    "mandateUrl-address": "",
    "mandateUrl-follows": "yes",
    "principle_2-status": "planned",
  });
  expect(await correctApplication(token, version, corrected)).toEqual({ ok: true });

  const after = await ghent();
  expect(after).toMatchObject({
    state: "submitted",
    version: version + 1,
    contactName: "The Deputy",
    contactEmail: "digital.officer@stad.example",
    mandateUrl: null,
  });
  expect(after.answers.find(({ area }) => area === "principle_2")).toMatchObject({
    status: "planned",
  });
  expect(await lastEvent()).toEqual({
    kind: "application_corrected",
    detail: { fields: ["contactName", "mandateUrl", "principle_2"] },
  });
  expect(await notesForReviewers()).toEqual([{ isAnswer: false }]);
});

test("saving without a change changes nothing", async () => {
  const before = await ghent();
  expect(await correctApplication(token, before.version, correction({}))).toEqual({ ok: true });
  expect((await ghent()).version).toBe(before.version);
});

test("evidence that was seen must be seen again where the answers behind it changed", async () => {
  const { id, version } = await ghent();
  await prisma.evidenceTick.createMany({
    data: (["mandate_seen", "official_contact", "one_action_per_area"] as const).map(
      (criterion) => ({ applicationId: id, criterion, staffId }),
    ),
  });
  await correctApplication(token, version, correction({ mandateAuthorityTitle: "Alderman" }));
  expect((await ghent()).evidence.map(({ criterion }) => criterion)).toEqual([
    "official_contact",
    "one_action_per_area",
  ]);
});

test("of two windows that correct the same version, the second is told and changes nothing", async () => {
  const { version } = await ghent();
  const outcomes = await Promise.all([
    correctApplication(token, version, correction({ contactRole: "Head of digital policy" })),
    correctApplication(token, version, correction({ contactRole: "Alderman's adviser" })),
  ]);
  expect(sortedReasons(outcomes)).toEqual(["changedMeanwhile", "done"]);
  expect((await ghent()).version).toBe(version + 1);
});

test("the answer to a request for changes supersedes it and tells the reviewers", async () => {
  await askForChanges();
  const { version } = await ghent();
  expect(
    await correctApplication(
      token,
      version,
      correction({ "mandateUrl-address": "https://stad.example/decision" }),
    ),
  ).toEqual({ ok: true });

  const after = await ghent();
  expect(after).toMatchObject({ state: "submitted", mandateUrl: "https://stad.example/decision" });
  expect(after.decisions).toMatchObject([{ kind: "change_request", inForceForId: null }]);
  expect(await lastEvent()).toMatchObject({ kind: "application_answered" });
  expect(await notesForReviewers()).toEqual([{ isAnswer: false }, { isAnswer: true }]);
});

test("a form that was opened before the request for changes is no answer to it", async () => {
  const { version } = await ghent();
  await askForChanges();
  expect(
    await correctApplication(token, version, correction({ contactRole: "Head of digital policy" })),
  ).toEqual({ ok: false, reason: "changedMeanwhile" });
  expect((await ghent()).state).toBe("changes_requested");
});

test("withdrawing while changes are asked for ends the request", async () => {
  await askForChanges();
  expect(await withdrawApplication(token)).toEqual({ ok: true });
  expect((await ghent()).decisions).toMatchObject([{ inForceForId: null }]);
});

test("what has been decided can be neither corrected nor withdrawn", async () => {
  const { id, version } = await ghent();
  await prisma.application.update({
    where: { id },
    data: { state: "approved", openForCityId: null },
  });
  expect(
    await correctApplication(token, version, correction({ contactRole: "Head of digital policy" })),
  ).toEqual({ ok: false, reason: "closed" });
  expect(await withdrawApplication(token)).toEqual({ ok: false, reason: "closed" });
  expect(await correctApplication("unknown", version, correction({}))).toEqual({
    ok: false,
    reason: "unknown",
  });
});
