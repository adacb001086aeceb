import { beforeEach, describe, expect, test } from "vitest";
import {
  confirmApplication,
  correctApplication,
  withdrawApplication,
} from "@/lib/applications/commands";
import { enforceRetention } from "@/lib/applications/retention";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { correctionSchema, nest } from "@/lib/applications/schema";
import { hashAddress } from "@/lib/endorsements/abuse/address";
import { confirmByCode, confirmByLink } from "@/lib/endorsements/confirm-commands";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import {
  holdAgain,
  invalidateEndorsement,
  releaseEndorsement,
  restoreInvalidated,
} from "@/lib/endorsements/review/review-commands";
import { recordStep, takeStepBack } from "@/lib/endorsements/city-progress/step-commands";
import { prisma } from "@/lib/db";
import { endorse, endorseAndConfirm, readMail } from "@/tests/support/endorse";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { placeIds } from "@/tests/support/database/places";
import {
  submitUnconfirmed,
  submitConfirmed,
  openReview,
  statusToken,
  tickAllEvidence,
  tickEvidence,
  untickEvidence,
  resetWithSignatories,
} from "@/tests/support/applications/review";
import { rowsOf } from "@/tests/support/database/traces";

// What is done to one application or endorsement leaves every row of the others as it was, in
// whatever state they are.

const { ghent, antwerp, eindhoven, tokyo, amsterdam } = placeIds;

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithSignatories();
});

const uuid = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

describe("other applications are left alone", () => {
  let application: string;
  let others: string[];

  const review = (id = application) => openReview(id, staffId);
  const withKey = (number: number, cityId: number) => ({
    submissionKey: uuid(number),
    cityId,
    contactEmail: `officer${number}@stad.example`,
  });

  beforeEach(async () => {
    const unconfirmed = await submitUnconfirmed(withKey(1, ghent));
    const answering = await submitConfirmed(withKey(2, antwerp));
    await tickAllEvidence(await review(answering));
    await requestChanges(await review(answering), { message: "When was it?" });
    const declined = await submitConfirmed(withKey(3, eindhoven));
    await declineApplication(await review(declined), { reason: "other", message: "Not now." });
    const approved = await submitConfirmed(withKey(4, tokyo));
    await tickAllEvidence(await review(approved));
    await approveApplication(await review(approved), {
      name: "Tokyo",
      signedOn: new Date("2026-11-20"),
      message: "Welcome.",
    });
    others = [unconfirmed, answering, declined, approved];
    application = await submitUnconfirmed({ submissionKey: uuid(5) });
  });

  const token = () => statusToken(application);
  const confirm = async () => confirmApplication(await token());
  const correct = async () => {
    const { version } = await review();
    const correction = correctionSchema.parse(
      nest({
        ...answersOfGhent,
        contactRole: "Adviser",
        mandateBody: "Council",
        "principle_1-url": "https://stad.example/new",
      }),
    );
    return correctApplication(await token(), version, correction);
  };
  const askForChanges = async () =>
    requestChanges(await review(), { message: "Which meeting was it?" });
  const decline = async () =>
    declineApplication(await review(), { reason: "no_mandate", message: "There is none." });
  const approve = async () =>
    approveApplication(await review(), {
      name: "Ghent",
      signedOn: new Date("2026-11-21"),
      message: null,
    });
  const tick = async () => tickAllEvidence(await review());
  const reopen = async () => reopenApplication(await review(), "decided_in_error");
  const withdraw = async () => withdrawApplication(await token());

  test.each<[string, (() => Promise<unknown>)[]]>([
    ["confirmed, corrected and withdrawn", [confirm, correct, withdraw]],
    [
      "sent back, answered and withdrawn",
      [confirm, askForChanges, correct, askForChanges, withdraw],
    ],
    [
      "ticked and unticked",
      [
        confirm,
        async () => tickEvidence(await review(), "mandate_seen", "In the register."),
        async () => untickEvidence(await review(), "mandate_seen"),
      ],
    ],
    ["declined and reopened", [confirm, tick, decline, reopen]],
    ["approved and reopened", [confirm, tick, approve, reopen]],
    [
      "erased in its time",
      [
        confirm,
        decline,
        () =>
          prisma.application.updateMany({
            where: { id: application },
            data: { closedAt: new Date("2020-01-01") },
          }),
        () => enforceRetention(new Date()),
      ],
    ],
  ])("when one is %s", async (_, commands) => {
    const before = await rowsOf(...others);
    for (const command of commands) await command();
    expect(await rowsOf(...others)).toEqual(before);
    expect(before).toMatchObject({
      application: { length: 4 },
      signatory: { length: 1 },
      evidence_tick: { length: 6 },
      decision: { length: 3 },
    });
  });
});

describe("other endorsements are left alone", () => {
  const resident = {
    email: "resident@ghent.example",
    name: "A Resident",
    isNamePublic: true,
    wantsNews: true,
  };
  const now = new Date();
  let others: string[];

  beforeEach(async () => {
    const suspicions = ["too_fast" as const];
    await endorse({ ...resident, email: "asks@ghent.example" });
    await endorseAndConfirm({ ...resident, email: "counts@ghent.example" });
    await endorseAndConfirm({ ...resident, email: "waits@ghent.example" }, { suspicions });
    // The same person elsewhere.
    await endorseAndConfirm({ ...resident, cityId: antwerp });
    await endorseAndConfirm({ ...resident, cityId: amsterdam });
    await endorseAndConfirm({ ...resident, cityId: tokyo });
    const { id: toInvalidate } = await prisma.endorsement.findFirstOrThrow({
      where: { placeId: tokyo },
    });
    await prisma.$transaction((tx) =>
      invalidateEndorsement(tx, toInvalidate, staffId, now, "confirmed"),
    );
    await endorseAndConfirm({ ...resident, email: "invalidated@ghent.example" });
    const { id: neighbour } = await prisma.endorsement.findFirstOrThrow({
      where: { email: "invalidated@ghent.example" },
    });
    await prisma.$transaction((tx) =>
      invalidateEndorsement(tx, neighbour, staffId, now, "confirmed"),
    );
    const endorsements = await prisma.endorsement.findMany({ select: { id: true } });
    const suppressions = await prisma.suppression.findMany({ select: { id: true } });
    others = [...endorsements, ...suppressions].map(({ id }) => id);
  });

  const tokenOf = async () => (await readMail(resident.email)).token;
  const idOfIt = async () =>
    (
      await prisma.endorsement.findFirstOrThrow({
        where: { placeId: ghent, addressHash: hashAddress(resident.email) },
      })
    ).id;
  const submit = () => endorse(resident);
  const confirm = async () => confirmByLink(await tokenOf());
  const confirmHeld = () => endorseAndConfirm(resident, { suspicions: ["honeypot"] });
  const byStaff = (command: typeof releaseEndorsement | typeof holdAgain) => async () =>
    prisma.$transaction(async (tx) => command(tx, await idOfIt(), staffId, now));
  const invalidate = async () => {
    const id = await idOfIt();
    return prisma.$transaction((tx) => invalidateEndorsement(tx, id, staffId, now, "confirmed"));
  };
  const restore = async () => {
    const { id } = await prisma.suppression.findFirstOrThrow({
      where: { cityId: ghent, addressHash: hashAddress(resident.email) },
    });
    return prisma.$transaction((tx) => restoreInvalidated(tx, id, staffId, now));
  };

  const joinTwo = async () => {
    await submit();
    const first = await tokenOf();
    await submit();
    expect([await confirm(), await confirmByLink(first)]).toEqual([
      { ok: true, confirmation: "counted" },
      { ok: true, confirmation: "alreadyCounts" },
    ]);
  };

  test.each<[string, (() => Promise<unknown>)[]]>([
    [
      "confirmed by the link and withdrawn",
      [submit, confirm, async () => endEndorsement(await tokenOf(), "withdrawn")],
    ],
    [
      "confirmed by the code and deleted",
      [
        async () => confirmByCode(await submit(), (await readMail(resident.email)).code, null),
        async () => endEndorsement(await tokenOf(), "deleted"),
      ],
    ],
    ["disowned", [submit, async () => endEndorsement(await tokenOf(), "not_me")]],
    ["sent twice and joined", [joinTwo]],
    [
      "changed",
      [
        submit,
        confirm,
        ...(["hideName", "showName", "stopMails", "wantNews"] as const).map(
          (choice) => async () => choose(await tokenOf(), choice),
        ),
      ],
    ],
    ["released and held again", [confirmHeld, byStaff(releaseEndorsement), byStaff(holdAgain)]],
    ["invalidated and restored", [submit, confirm, invalidate, restore]],
  ])("when one is %s", async (_, commands) => {
    const before = await rowsOf(...others);
    for (const command of commands) await command();
    expect(await rowsOf(...others)).toEqual(before);
    expect(before).toMatchObject({
      endorsement: { length: 5 },
      suppression: { length: 2 },
      mail: { length: 5 },
    });
  });

  test("when a city takes a step and it is taken back: what residents of others are told stays", async () => {
    await recordStep({ cityId: amsterdam, kind: "on_hold", note: null, staffId, seenSteps: 0 });
    const other = await prisma.cityStep.findFirstOrThrow({ select: { id: true } });
    const before = await rowsOf(...others, other.id);
    await recordStep({ cityId: ghent, kind: "contacted", note: null, staffId, seenSteps: 0 });
    const { id } = await prisma.cityStep.findFirstOrThrow({
      where: { cityId: ghent },
      select: { id: true },
    });
    await takeStepBack(id, staffId);
    expect(await rowsOf(...others, other.id)).toEqual(before);
    expect(before.bulletin).toHaveLength(1);
  });
});
