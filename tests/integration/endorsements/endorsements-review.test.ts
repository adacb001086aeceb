import { beforeEach, expect, test } from "vitest";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import {
  countEndorsements,
  countHeldEndorsements,
  listHeldEndorsements,
} from "@/lib/endorsements/queries";
import { findEndorsementByToken } from "@/lib/endorsements/resident-queries";
import {
  invalidateEndorsement,
  releaseEndorsement,
  restoreInvalidated,
} from "@/lib/endorsements/review/review-commands";
import { prisma } from "@/lib/db";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import { successOf } from "@/tests/support/result";
import { resetWithReviewer } from "@/tests/support/applications/review";

const { email } = residentOfGhent;
const now = new Date("2026-11-23T09:00:00Z");
let reviewer: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
});

const asksOfGhent = async () => (await countEndorsements(placeIds.ghent)).asks;
const idOf = async (token: string) => (await findEndorsementByToken(token))?.id ?? "";
const isTooLate = { ok: false, reason: "changedMeanwhile" };
const release = (id: string) =>
  prisma.$transaction((tx) => releaseEndorsement(tx, id, reviewer, now));
const invalidate = (id: string, state: "held" | "confirmed" = "confirmed") =>
  prisma.$transaction((tx) => invalidateEndorsement(tx, id, reviewer, now, state));
const restore = (id: string) =>
  prisma.$transaction((tx) => restoreInvalidated(tx, id, reviewer, now));

test("what looks wrong is held when it is confirmed, and counts once staff release it", async () => {
  const token = await endorseAndConfirm({}, { suspicions: ["honeypot", "too_fast"] });
  expect(await confirmByLink(token)).toEqual({ ok: true, confirmation: "held" });
  expect([await asksOfGhent(), await countHeldEndorsements()]).toEqual([0, 1]);
  const [held] = await listHeldEndorsements({ cityId: placeIds.ghent, reason: "too_fast" });
  expect(held).toMatchObject({
    email,
    heldFor: ["honeypot", "too_fast"],
    place: { name: "Ghent" },
  });
  expect(await listHeldEndorsements({ reason: "network" })).toEqual([]);

  expect([await release(held?.id ?? ""), await release(held?.id ?? "")]).toEqual([
    { ok: true, subjectId: held?.id },
    isTooLate,
  ]);
  expect([await asksOfGhent(), await countHeldEndorsements()]).toEqual([1, 0]);
});

test("from a blocked domain or network everything is held", async () => {
  await prisma.block.createMany({
    data: [
      { kind: "mail_domain", value: "ghent.example", staffId: reviewer },
      { kind: "network", value: "192.0.2.0/24", staffId: reviewer },
    ],
  });
  await endorseAndConfirm();
  await endorseAndConfirm({ email: "neighbour@town.example" }, { network: "192.0.2.0/24" });
  await endorseAndConfirm({ email: "other@town.example" }, { network: "198.51.100.0/24" });
  expect((await listHeldEndorsements()).map((held) => [held.email, held.heldFor])).toEqual([
    [email, ["blocked"]],
    ["neighbour@town.example", ["blocked"]],
  ]);
  expect(await asksOfGhent()).toBe(1);
});

test("an invalidated endorsement leaves a suppression alone, and is held when it comes again", async () => {
  const token = await endorseAndConfirm();
  expect(await invalidate(await idOf(token))).toMatchObject({ ok: true });
  expect([
    await asksOfGhent(),
    await prisma.endorsement.count(),
    await prisma.mail.count(),
  ]).toEqual([0, 0, 0]);

  await endorse();
  expect(await confirmByLink((await readMail(email)).token)).toEqual({
    ok: true,
    confirmation: "held",
  });
  expect(await release(await idOf((await readMail(email)).token))).toMatchObject({ ok: true });
  expect([await asksOfGhent(), await prisma.suppression.count()]).toEqual([1, 0]);
});

test.each([
  ["counted", [], 1],
  ["held", ["honeypot"], 0],
] as const)(
  "an invalidation can be taken back: the endorsement was %s, and is again",
  async (_, suspicions, asks) => {
    const { subjectId } = successOf(
      await invalidate(
        await idOf(await endorseAndConfirm({}, { suspicions: [...suspicions] })),
        asks ? "confirmed" : "held",
      ),
    );
    expect([await restore(subjectId), await restore(subjectId)]).toEqual([{ ok: true }, isTooLate]);
    expect(await asksOfGhent()).toBe(asks);
    expect(await prisma.endorsement.findFirst()).toMatchObject({
      state: asks ? "confirmed" : "held",
      email: null,
      name: null,
    });

    // Still one: the person who endorses again is not counted twice, and has a link again.
    await endorseAndConfirm();
    expect(await asksOfGhent()).toBe(asks);
  },
);

test("who deletes everything cannot delete that staff invalidated it", async () => {
  await invalidate(await idOf(await endorseAndConfirm()));
  await endorse();
  await endEndorsement((await readMail(email)).token, "deleted");
  expect(await prisma.suppression.findMany({ select: { reason: true } })).toEqual([
    { reason: "invalidated" },
  ]);
});

test("every decision of staff is written down, with who and for which city, and nothing of the resident", async () => {
  const token = await endorseAndConfirm({}, { suspicions: ["honeypot"] });
  await release(await idOf(token));
  await restore(successOf(await invalidate(await idOf(token))).subjectId);
  const events = await prisma.event.findMany({
    where: { cityId: placeIds.ghent },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ kind, actor, staffId }) => [kind, actor, staffId])).toEqual([
    ["endorsement_held", "resident", null],
    ["endorsement_released", "staff", reviewer],
    ["endorsement_invalidated", "staff", reviewer],
    ["endorsement_restored", "staff", reviewer],
  ]);
  expect(JSON.stringify(events.map(({ detail }) => detail))).not.toMatch(
    /resident|ghent|[0-9a-f]{32}/i,
  );
});
