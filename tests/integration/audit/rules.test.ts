import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { confirmApplication } from "@/lib/applications/commands";
import { prisma } from "@/lib/db";
import { after, before, dayMs, hourMs, minuteMs } from "@/lib/durations";
import { block } from "@/lib/endorsements/abuse/block-commands";
import { sendBulletins } from "@/lib/endorsements/city-progress/bulletins";
import { recordMilestones } from "@/lib/endorsements/city-progress/milestones";
import { recordStep, takeStepBack } from "@/lib/endorsements/city-progress/step-commands";
import { confirmByCode } from "@/lib/endorsements/confirm-commands";
import { publishCounts } from "@/lib/endorsements/counts/record-count";
import { remindUnconfirmed } from "@/lib/endorsements/retention/reminders";
import { enforceEndorsementRetention } from "@/lib/endorsements/retention/retention";
import { runBulkReview, undoBulkReview } from "@/lib/endorsements/review/bulk-review";
import { claimDueMail, deleteOldMails } from "@/lib/mail/commands";
import type { RuleId } from "@/lib/rules/register";
import { addStaff } from "@/lib/staff/commands";
import { firstSignInLink, isFirstSignInToken } from "@/lib/staff/first-sign-in";
import { proofOfDevice } from "@/lib/staff/known-device";
import { findSignInAddress, sendSignInLink } from "@/lib/staff/sign-in";
import {
  endorse,
  endorseAndConfirm,
  storeConfirmedEndorsements,
  readMail,
} from "@/tests/support/endorse";
import { inTurn, join } from "@/tests/support/mail/mail-budget";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { successOf } from "@/tests/support/result";
import { submitUnconfirmed, hireReviewer, statusToken } from "@/tests/support/applications/review";
import { figure } from "@/tests/support/rules";
import { around, now, setTime } from "@/tests/support/around-limit";

// The real commands, right before and right after the limit that a rule's sentence names.

const { ghent } = placeIds;
const staffEmail = "reviewer@example.org";

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  setTime(now);
});

afterEach(() => void vi.useRealTimers());

async function signInToken(kind?: "knownDevice"): Promise<string> {
  const { id } = await prisma.user.findFirstOrThrow();
  const former = await prisma.mail.findMany({ select: { id: true } });
  await sendSignInLink(staffEmail, kind ? proofOfDevice(id) : null);
  // The clock stands still: no order tells which one is new.
  const mail = await prisma.mail.findFirst({
    where: { id: { notIn: former.map((each) => each.id) } },
  });
  return /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

const countMails = () => prisma.mail.count();

/** Whether each of so many calls sends an email, and whether one more does. */
async function sends(most: number, send: () => Promise<unknown>): Promise<[boolean, boolean]> {
  for (let time = 1; time <= most; time++) await send();
  const isWithin = (await countMails()) === most;
  await send();
  return [isWithin, (await countMails()) > most];
}

const isDone = async (done: Promise<{ ok: boolean }>): Promise<boolean> => (await done).ok;

type Drive = () => Promise<[before: boolean, after: boolean]>;

/** What is so before the limit, and not after it. */
const untilTheLimit: [RuleId, string, Drive][] = [
  [
    "status-link",
    "the link of an email opens the application",
    async () => {
      const id = await submitUnconfirmed();
      const token = await statusToken(id);
      return around(figure("status-link", "days") * dayMs, async () => {
        const confirmed = await confirmApplication(token);
        return confirmed.ok || confirmed.reason !== "unknown";
      });
    },
  ],
  [
    "applications-per-mailbox",
    "an application is taken",
    async () => {
      const most = figure("applications-per-mailbox", "most");
      const outcomes = await inTurn(most + 1, () => join({ email: "official@stad.example" }, now));
      return [outcomes[most - 1] === "taken", outcomes[most] === "taken"];
    },
  ],
  [
    "confirmation-code",
    "the code counts after wrong ones",
    async () => {
      const attempts = figure("confirmation-code", "attempts");
      const right = async (email: string, wrongOnes: number) => {
        const statusKey = await endorse({ email }, {}, now);
        const { code } = await readMail(email);
        for (let attempt = 1; attempt <= wrongOnes; attempt++)
          await confirmByCode(statusKey, code === "000000" ? "000001" : "000000", null);
        return (await confirmByCode(statusKey, code, null)).ok;
      };
      return [
        await right("one@ghent.example", attempts - 1),
        await right("two@ghent.example", attempts),
      ];
    },
  ],
  [
    "code-attempts",
    "a code is looked at",
    async () => {
      const most = figure("code-attempts", "most");
      const outcomes = await inTurn(most + 1, async () => {
        const tried = await confirmByCode("of another request", "000000", "192.0.2.0/24");
        return tried.ok ? "" : tried.reason;
      });
      return [outcomes[most - 1] !== "tooManyTries", outcomes[most] !== "tooManyTries"];
    },
  ],
  [
    "hold-blocked",
    "what came from a large provider is told",
    async () => {
      await storeConfirmedEndorsements(1, "gmail.com");
      await prisma.endorsement.updateMany({ data: { confirmedAt: now } });
      const staffId = await hireReviewer();
      return around(figure("hold-blocked", "days") * dayMs, async () => {
        const blocked = await block({ kind: "mail_domain", value: "gmail.com" }, staffId, 9);
        return !blocked.ok && blocked.reason === "notConfirmed" && blocked.count === 1;
      });
    },
  ],
  [
    "sign-in-link",
    "a link works",
    async () => {
      await addStaff({ email: staffEmail, name: null, role: "reviewer" }, null);
      const token = await signInToken();
      return around(
        figure("sign-in-link", "usual") * hourMs,
        async () => (await findSignInAddress(token)) !== null,
      );
    },
  ],
  [
    "sign-in-link",
    "a link works longer after many in a day",
    async () => {
      await addStaff({ email: staffEmail, name: null, role: "reviewer" }, null);
      for (let link = 1; link <= figure("sign-in-link", "many"); link++) {
        await signInToken();
        await prisma.verificationToken.deleteMany();
      }
      const token = await signInToken();
      return around(
        figure("sign-in-link", "underPressure") * hourMs,
        async () => (await findSignInAddress(token)) !== null,
      );
    },
  ],
  [
    "sign-in-link",
    "another one is sent while fewer are open",
    async () => {
      await addStaff({ email: staffEmail, name: null, role: "reviewer" }, null);
      return sends(figure("sign-in-link", "open"), () => signInToken());
    },
  ],
  [
    "sign-in-known-device",
    "another one is sent, whatever strangers ask",
    async () => {
      await addStaff({ email: staffEmail, name: null, role: "reviewer" }, null);
      const strangers = figure("sign-in-link", "open");
      for (let link = 1; link <= strangers; link++) await signInToken();
      const most = figure("sign-in-known-device", "most");
      for (let link = 1; link <= most; link++) await signInToken("knownDevice");
      const isWithin = (await countMails()) === strangers + most;
      await signInToken("knownDevice");
      return [isWithin, (await countMails()) > strangers + most];
    },
  ],
  [
    "sign-in-first",
    "the first administrator's link works",
    async () => {
      const token = /token=([\w-]+)/.exec((await firstSignInLink()) ?? "")?.[1] ?? "";
      return around(figure("sign-in-first", "hours") * hourMs, () => isFirstSignInToken(token));
    },
  ],
  [
    "undo-review",
    "staff can undo it",
    async () => {
      const staffId = await hireReviewer();
      const release = async (email: string): Promise<string> => {
        setTime(now);
        await endorseAndConfirm({ email }, { suspicions: ["too_fast"] }, before(now, minuteMs));
        const filter = { state: "held" } as const;
        return successOf(await runBulkReview({ action: "release", filter, until: now, staffId }))
          .id;
      };
      const ids = [await release("one@ghent.example"), await release("two@ghent.example")];
      return around(figure("undo-review", "hours") * hourMs, (then) =>
        isDone(undoBulkReview(ids.shift() ?? "", staffId, then)),
      );
    },
  ],
  [
    "undo-review",
    "staff need not confirm the number that they remove",
    async () => {
      const staffId = await hireReviewer();
      const many = figure("undo-review", "many");
      const invalidate = () =>
        runBulkReview({
          action: "invalidate",
          filter: { state: "confirmed", city: ghent },
          until: after(new Date(), dayMs),
          staffId,
        });
      await storeConfirmedEndorsements(many);
      const isRefused = !(await invalidate()).ok;
      await prisma.endorsement.delete({ where: { statusKeyHash: "key 0" } });
      return [(await invalidate()).ok, !isRefused];
    },
  ],
  [
    "undo-step",
    "staff can take a step back",
    async () => {
      await storeConfirmedEndorsements(1);
      const staffId = await hireReviewer();
      for (const seenSteps of [0, 1]) {
        const step = { cityId: ghent, kind: "contacted", note: null, staffId, seenSteps } as const;
        successOf(await recordStep(step, now));
      }
      const ids = (await prisma.cityStep.findMany()).map(({ id }) => id);
      return around(figure("undo-step", "hours") * hourMs, (then) =>
        isDone(takeStepBack(ids.shift() ?? "", staffId, then)),
      );
    },
  ],
  [
    "mail-claims",
    "no other part of the software sends an email that is on its way",
    async () => {
      await endorse({}, {}, now);
      await prisma.mail.updateMany({ data: { dueAt: now } });
      expect(await claimDueMail(now)).not.toBeNull();
      return around(
        figure("mail-claims", "minutes") * minuteMs,
        async (then) => (await claimDueMail(then)) === null,
      );
    },
  ],
  [
    "keep-mails",
    "an email is kept",
    async () => {
      await endorse({}, {}, now);
      await prisma.mail.updateMany({ data: { createdAt: now } });
      return around(
        figure("keep-mails", "days") * dayMs,
        async (then) => (await deleteOldMails(then)) === 0,
      );
    },
  ],
  [
    "keep-network-marks",
    "the mark of a network is kept",
    async () => {
      await endorseAndConfirm({}, { network: "192.0.2.0/24" }, now);
      return around(
        figure("keep-network-marks", "hours") * hourMs,
        async (then) => (await enforceEndorsementRetention(then)).networkMarks === 0,
      );
    },
  ],
  [
    "undo-step",
    "residents hear nothing yet",
    async () => {
      await endorseAndConfirm({ wantsNews: true }, {}, now);
      const staffId = await hireReviewer();
      const step = { cityId: ghent, kind: "contacted", note: null, staffId, seenSteps: 0 } as const;
      successOf(await recordStep(step, now));
      return around(
        figure("undo-step", "minutes") * minuteMs,
        async (then) => (await sendBulletins(then)) === 0,
      );
    },
  ],
  [
    "counts-published",
    "a number waits for the one that was shown before it",
    async () => {
      await endorseAndConfirm({ email: "first@ghent.example" }, {}, now);
      await endorseAndConfirm({ email: "second@ghent.example" }, {}, now);
      return around(
        figure("counts-published", "seconds") * 1_000,
        async (then) => !(await publishCounts(then)),
      );
    },
  ],
  [
    "endorsement-confirmation",
    "nobody is reminded yet",
    async () => {
      await endorse({}, {}, now);
      return around(
        figure("endorsement-confirmation", "reminder") * hourMs,
        async (then) => (await remindUnconfirmed(then)) === 0,
      );
    },
  ],
  [
    "milestones",
    "no milestone counts what staff released",
    async () => {
      const staffId = await hireReviewer();
      for (let resident = 1; resident <= 10; resident++)
        await endorseAndConfirm(
          { email: `resident@street-${resident}.example` },
          { suspicions: ["too_fast"] },
          before(now, minuteMs),
        );
      const filter = { state: "held" } as const;
      successOf(await runBulkReview({ action: "release", filter, until: now, staffId }));
      return around(
        figure("milestones", "hours") * hourMs,
        async (then) => {
          await recordMilestones(then);
          return (await prisma.milestone.count()) === 0;
        },
        // The clocks of two processes may differ.
        6 * minuteMs,
      );
    },
  ],
];

test.each(untilTheLimit)("%s: %s, until the limit and not beyond it", async (_, __, drive) => {
  expect(await drive()).toEqual([true, false]);
});
