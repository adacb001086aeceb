import { beforeEach, describe, expect, test } from "vitest";
import { reopenApplication } from "@/lib/applications/review/review-commands";
import { drawSample } from "@/lib/applications/second-look/draw-sample";
import { answerSample } from "@/lib/applications/second-look/sample-commands";
import { countSecondLooks } from "@/lib/applications/second-look/second-look-queries";
import { prisma } from "@/lib/db";
import { getServiceStatistics } from "@/lib/statistics/service-statistics";
import { placeIds } from "@/tests/support/database/places";
import { openReview } from "@/tests/support/applications/review";
import {
  saveSettings,
  submitForSecondLook,
  decline,
  stateOf,
  secondLookAt,
  mailsTo,
} from "@/tests/support/applications/second-look";

let first: string;
let second: string;
let ghent: string;

beforeEach(async () => {
  ({ first, second, ghent } = await submitForSecondLook());
});

describe("a decision drawn by lot", () => {
  beforeEach(() => saveSettings({ sampledPercent: 100 }));

  const decisionId = async () =>
    (await prisma.decision.findFirstOrThrow({ where: { inForceForId: ghent } })).id;

  test("a draw of ten percent takes about one in ten, none of nought and all of a hundred", async () => {
    await saveSettings({ sampledPercent: 0 });
    await decline(ghent, first);
    expect(await prisma.decisionSample.count()).toBe(0);
    const drawn = { decisionId: await decisionId(), applicationId: ghent };
    await saveSettings({});
    const count = await prisma.$transaction(async (tx) => {
      let taken = 0;
      for (let round = 0; round < 400; round++) {
        await drawSample(tx, drawn);
        taken += (await tx.decisionSample.deleteMany()).count;
      }
      return taken;
    });
    // A fair draw is outside of this less than once in a million times.
    expect(count).toBeGreaterThan(11);
    expect(count).toBeLessThan(75);
    await saveSettings({ sampledPercent: 100 });
    await prisma.$transaction((tx) => drawSample(tx, drawn));
    expect(await prisma.decisionSample.count()).toBe(1);
  });

  test("is answered by somebody else, once, and the first reviewer is told", async () => {
    await decline(ghent, first);
    const answer = {
      decisionId: await decisionId(),
      agrees: false,
      note: "There is a resolution.",
    };
    expect(await answerSample({ ...answer, staffId: first })).toEqual({
      ok: false,
      reason: "ownDecision",
    });
    expect(await answerSample({ ...answer, staffId: second })).toEqual({ ok: true });
    expect(await answerSample({ ...answer, staffId: second })).toEqual({
      ok: false,
      reason: "noSample",
    });
    expect(await mailsTo("first.reviewer@example.org")).toEqual(["staff_second_look"]);
    const mail = await prisma.mail.findFirstOrThrow({ where: { kind: "staff_second_look" } });
    expect(mail.text).not.toContain(answer.note);
    const { reference } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
    for (const words of [reference, "Ghent"]) expect(mail.text).toContain(words);
    expect(
      await prisma.event.findFirst({ where: { kind: "application_sample_answered" } }),
    ).toMatchObject({
      ...{ actor: "staff", staffId: second, applicationId: ghent, cityId: placeIds.ghent },
      detail: { agrees: false },
    });
    expect(await stateOf(ghent)).toBe("declined");
    expect((await secondLookAt(ghent))?.sample).toMatchObject({ agrees: false });
  });

  test("waits no longer once the decision is taken back", async () => {
    await decline(ghent, first);
    expect((await countSecondLooks()).samples).toBe(1);
    const drawn = await decisionId();
    await reopenApplication(await openReview(ghent, second), "decided_in_error");
    expect((await countSecondLooks()).samples).toBe(0);
    const nobodys = "00000000-0000-4000-8000-00000000ffff";
    expect(
      await answerSample({ decisionId: nobodys, staffId: second, agrees: true, note: null }),
    ).toEqual({ ok: false, reason: "noSample" });
    expect(
      await answerSample({ decisionId: drawn, staffId: second, agrees: true, note: null }),
    ).toEqual({ ok: false, reason: "noSample" });
  });

  test("is part of the public figure from ten answers on", async () => {
    await decline(ghent, first);
    for (let answers = 1; answers < 10; answers++) {
      const decision = { applicationId: ghent, kind: "decline", staffId: first } as const;
      const { id } = await prisma.decision.create({ data: decision });
      const answered = { agrees: answers > 2, staffId: second, answeredAt: new Date() };
      await prisma.decisionSample.create({
        data: { ...answered, applicationId: ghent, decisionId: id },
      });
    }
    expect((await getServiceStatistics()).agreement).toBeNull();
    await answerSample({
      ...{ decisionId: await decisionId(), staffId: second },
      ...{ agrees: true, note: null },
    });
    expect((await getServiceStatistics()).agreement).toEqual({ answered: 10, agreed: 8 });
  });
});
