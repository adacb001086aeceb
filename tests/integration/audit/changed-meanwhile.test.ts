import { beforeEach, describe, expect, test } from "vitest";
import {
  confirmApplication,
  correctApplication,
  withdrawApplication,
} from "@/lib/applications/commands";
import { enforceRetention } from "@/lib/applications/retention";
import { approveApplication, declineApplication } from "@/lib/applications/review/review-commands";
import { correctionSchema, nest } from "@/lib/applications/schema";
import { addSignatory } from "@/lib/cities/commands";
import { isSignatory } from "@/lib/cities/queries";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import { countEndorsements } from "@/lib/endorsements/queries";
import { remindUnconfirmed } from "@/lib/endorsements/retention/reminders";
import { enforceEndorsementRetention } from "@/lib/endorsements/retention/retention";
import {
  holdAgain,
  invalidateEndorsement,
  releaseEndorsement,
} from "@/lib/endorsements/review/review-commands";
import { prisma, type Transaction } from "@/lib/db";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { changedMeanwhile, hasSeveralConnections } from "@/tests/support/database/meanwhile";
import { placeIds } from "@/tests/support/database/places";
import {
  submitUnconfirmed,
  submitConfirmed,
  openReview,
  statusToken,
  tickAllEvidence,
  resetWithReviewer,
} from "@/tests/support/applications/review";

// A command finds something, and by the time it writes somebody else has changed it. The condition
// stands in the writing too.

if (!hasSeveralConnections)
  console.warn(
    "Skipped: changes between what a command finds and what it writes. The embedded database is one connection; they run on a real PostgreSQL.",
  );

const { ghent } = placeIds;
const { email } = residentOfGhent;
const submissionKey = "00000000-0000-4000-8000-000000000001";
const daysLater = (days: number) => new Date(Date.now() + days * 86_400_000);

let staffId: string;

beforeEach(async () => {
  if (!hasSeveralConnections) return;
  staffId = await resetWithReviewer();
});

describe.skipIf(!hasSeveralConnections)("an application", () => {
  const application = (id: string) =>
    prisma.application.findUniqueOrThrow({ where: { id }, include: { answers: true } });
  const becomes =
    (id: string, data: Parameters<Transaction["application"]["update"]>[0]["data"]) =>
    (tx: Transaction) =>
      tx.application.update({ where: { id }, data });
  const kindsOfEvents = async (applicationId: string) =>
    (await prisma.event.findMany({ where: { applicationId }, orderBy: { id: "asc" } })).map(
      ({ kind }) => kind,
    );
  const signs = (tx: Transaction) =>
    addSignatory(tx, {
      cityId: ghent,
      name: "Ghent",
      signedOn: new Date("2026-11-20"),
      applicationId: null,
      declarationVersion: "2018",
    });

  test("whose city signs by another one is not confirmed any more", async () => {
    const id = await submitUnconfirmed({ submissionKey });
    const other = await submitConfirmed({ submissionKey, contactEmail: "deputy@stad.example" });
    const token = await statusToken(id);
    const approves = async (tx: Transaction) => (
      await becomes(other, { state: "approved", openForCityId: null })(tx),
      signs(tx)
    );
    expect(await changedMeanwhile(approves, () => confirmApplication(token))).toEqual({
      ok: false,
      reason: "signatory",
    });
    expect(await application(id)).toMatchObject({ state: "unconfirmed", openForCityId: null });
    expect(await kindsOfEvents(id)).toEqual(["application_submitted"]);
  });

  test("that is withdrawn is not confirmed any more", async () => {
    const id = await submitUnconfirmed({ submissionKey });
    const token = await statusToken(id);
    await changedMeanwhile(becomes(id, { state: "withdrawn" }), () => confirmApplication(token));
    expect(await application(id)).toMatchObject({
      state: "withdrawn",
      confirmedAt: null,
      openForCityId: null,
    });
    expect(
      await prisma.mail.count({ where: { kind: { not: "application_confirm_address" } } }),
    ).toBe(0);
  });

  test.each(["withdrawn", "approved", "changes_requested"] as const)(
    "that is %s is not corrected any more",
    async (state) => {
      const id = await submitConfirmed({ submissionKey });
      const token = await statusToken(id);
      const { version } = await application(id);
      const correction = correctionSchema.parse(
        nest({ ...answersOfGhent, contactName: "The Deputy", "principle_1-status": "planned" }),
      );
      expect(
        await changedMeanwhile(becomes(id, { state }), () =>
          correctApplication(token, version, correction),
        ),
      ).toEqual({ ok: false, reason: "changedMeanwhile" });
      const after = await application(id);
      expect(after).toMatchObject({ state, contactName: answersOfGhent.contactName });
      expect(after.answers.find(({ area }) => area === "principle_1")).toMatchObject({
        status: "in_place",
      });
      expect(await kindsOfEvents(id)).not.toContain("application_corrected");
    },
  );

  test.each(["approved", "declined"] as const)(
    "that is %s is not withdrawn any more",
    async (state) => {
      const id = await submitConfirmed({ submissionKey });
      const token = await statusToken(id);
      expect(
        await changedMeanwhile(becomes(id, { state }), () => withdrawApplication(token)),
      ).toEqual({
        ok: false,
        reason: "closed",
      });
      expect(await application(id)).toMatchObject({
        state,
        contactName: answersOfGhent.contactName,
        erasedAt: null,
      });
      expect(await kindsOfEvents(id)).not.toContain("application_withdrawn");
    },
  );

  test("that is withdrawn is not approved any more, and the city stays off the list", async () => {
    const id = await submitConfirmed({ submissionKey });
    await tickAllEvidence(await openReview(id, staffId));
    const review = await openReview(id, staffId);
    const approval = () =>
      approveApplication(review, {
        name: "Ghent",
        signedOn: new Date("2026-11-20"),
        message: null,
      });
    expect(await changedMeanwhile(becomes(id, { state: "withdrawn" }), approval)).toEqual({
      ok: false,
      reason: "withdrawn",
    });
    expect([await isSignatory(ghent), await prisma.decision.count()]).toEqual([false, 0]);
  });

  test("that is confirmed in the night of its deletion stays, with its mails", async () => {
    const id = await submitUnconfirmed({ submissionKey });
    expect(
      await changedMeanwhile(becomes(id, { state: "submitted" }), () =>
        enforceRetention(daysLater(8)),
      ),
    ).toMatchObject({ deleted: 0 });
    expect(await application(id)).toMatchObject({
      state: "submitted",
      contactEmail: answersOfGhent.contactEmail,
    });
    expect(await prisma.mail.count({ where: { applicationId: id } })).toBe(1);
    expect(await kindsOfEvents(id)).not.toContain("application_expired");
  });

  test("that is reopened in the night of its erasure keeps its contact, and what the applicant was told", async () => {
    const id = await submitConfirmed({ submissionKey });
    await declineApplication(await openReview(id, staffId), {
      reason: "other",
      message: "Not now.",
    });
    const reopened = becomes(id, { state: "submitted", closedAt: null });
    expect(await changedMeanwhile(reopened, () => enforceRetention(daysLater(181)))).toMatchObject({
      erased: 0,
    });
    expect(await application(id)).toMatchObject({
      contactEmail: answersOfGhent.contactEmail,
      erasedAt: null,
    });
    expect(await prisma.decision.findMany({ select: { message: true } })).toEqual([
      { message: "Not now." },
    ]);
  });
});

describe.skipIf(!hasSeveralConnections)("an endorsement", () => {
  const only = () => prisma.endorsement.findFirstOrThrow({ select: { id: true, state: true } });
  const asks = async () => (await countEndorsements(ghent)).asks;
  const release = (id: string) => (tx: Transaction) =>
    releaseEndorsement(tx, id, staffId, new Date());
  const hold = (id: string) => (tx: Transaction) => holdAgain(tx, id, staffId, new Date());
  const invalidate = (id: string, state: "held" | "confirmed") => (tx: Transaction) =>
    invalidateEndorsement(tx, id, staffId, new Date(), state);
  const isDeleted = (id: string) => (tx: Transaction) => tx.endorsement.delete({ where: { id } });
  const becomesConfirmed = (id: string) => (tx: Transaction) =>
    tx.endorsement.update({ where: { id }, data: { state: "confirmed", confirmedAt: new Date() } });

  test("that is taken back while it is confirmed does not count", async () => {
    await endorse();
    const { token } = await readMail(email);
    expect(
      await changedMeanwhile(isDeleted((await only()).id), () => confirmByLink(token)),
    ).toEqual({ ok: false, reason: "unknown" });
    expect([await asks(), await prisma.event.count()]).toEqual([0, 0]);
  });

  test("that is pressed twice counts once, and both are told so", async () => {
    await endorse();
    const { token } = await readMail(email);
    const { id } = await only();
    expect(await changedMeanwhile(becomesConfirmed(id), () => confirmByLink(token))).toEqual({
      ok: true,
      confirmation: "counted",
    });
    expect([await asks(), await prisma.event.count()]).toEqual([0, 0]);
  });

  test("that staff hold again while its resident withdraws is taken off the number once", async () => {
    const token = await endorseAndConfirm();
    const { id } = await only();
    await changedMeanwhile(hold(id), () => endEndorsement(token, "withdrawn"));
    expect([await asks(), await prisma.endorsement.count()]).toEqual([0, 0]);
    expect(await prisma.suppression.findFirst()).toMatchObject({
      reason: "withdrawn",
      wasCounted: false,
    });
  });

  test("that staff release while its resident withdraws does not count without it", async () => {
    const token = await endorseAndConfirm({}, { suspicions: ["too_fast"] });
    const { id } = await only();
    await changedMeanwhile(release(id), () => endEndorsement(token, "withdrawn"));
    expect([await asks(), await prisma.endorsement.count()]).toEqual([0, 0]);
    expect(await prisma.suppression.findFirst()).toMatchObject({
      reason: "withdrawn",
      wasCounted: true,
    });
  });

  test("that staff invalidate while its resident withdraws is taken off the number once, and stays invalidated", async () => {
    const token = await endorseAndConfirm();
    const { id } = await only();
    await changedMeanwhile(invalidate(id, "confirmed"), () => endEndorsement(token, "withdrawn"));
    expect(await asks()).toBe(0);
    expect(await prisma.suppression.findMany({ select: { reason: true } })).toEqual([
      { reason: "invalidated" },
    ]);
    expect(await prisma.event.count({ where: { kind: "endorsement_withdrawn" } })).toBe(0);
  });

  test("that is gone cannot be changed any more", async () => {
    const token = await endorseAndConfirm({ isNamePublic: true });
    await changedMeanwhile(isDeleted((await only()).id), () => choose(token, "hideName"));
    expect(await prisma.endorsement.count()).toBe(0);
  });

  test("of what one colleague releases, another can neither release nor invalidate what was held", async () => {
    const isTooLate = { ok: false, reason: "changedMeanwhile" };
    await endorseAndConfirm({}, { suspicions: ["too_fast"] });
    const { id } = await only();
    expect(
      await changedMeanwhile(release(id), () => prisma.$transaction(invalidate(id, "held"))),
    ).toEqual(isTooLate);
    expect([await asks(), (await only()).state, await prisma.suppression.count()]).toEqual([
      1,
      "confirmed",
      0,
    ]);
    expect(await prisma.$transaction(release(id))).toEqual(isTooLate);
    expect(await changedMeanwhile(hold(id), () => prisma.$transaction(hold(id)))).toEqual(
      isTooLate,
    );
    expect(await changedMeanwhile(release(id), () => prisma.$transaction(release(id)))).toEqual(
      isTooLate,
    );
    expect(await asks()).toBe(1);
  });

  test("that is confirmed in the night of its deletion stays, with its mails", async () => {
    await endorse();
    const { id } = await only();
    expect(
      await changedMeanwhile(becomesConfirmed(id), () => enforceEndorsementRetention(daysLater(4))),
    ).toMatchObject({ unconfirmed: 0 });
    expect([await prisma.endorsement.count(), await prisma.mail.count()]).toEqual([1, 1]);
    expect(await prisma.event.count({ where: { kind: "endorsements_deleted" } })).toBe(0);
  });

  test("that is confirmed when its reminder is due is reminded of no more", async () => {
    await endorse();
    const { id } = await only();
    expect(
      await changedMeanwhile(becomesConfirmed(id), () => remindUnconfirmed(daysLater(1.1))),
    ).toBe(0);
    expect((await readMail(email)).kind).toBe("endorsement_confirm");
  });
});
