import { beforeEach, describe, expect, test } from "vitest";
import { confirmApplication, withdrawApplication } from "@/lib/applications/commands";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { correctMember } from "@/lib/cities/member-commands";
import { fingerprintOf, type MemberFacts } from "@/lib/cities/member-schema";
import { block } from "@/lib/endorsements/abuse/block-commands";
import { runBulkReview, undoBulkReview } from "@/lib/endorsements/review/bulk-review";
import { confirmByCode, confirmByLink } from "@/lib/endorsements/confirm-commands";
import type { Ending } from "@/lib/endorsements/choices";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import { recordMilestones } from "@/lib/endorsements/city-progress/milestones";
import { enforceEndorsementRetention } from "@/lib/endorsements/retention/retention";
import { remindUnconfirmed } from "@/lib/endorsements/retention/reminders";
import { recordStep, takeStepBack } from "@/lib/endorsements/city-progress/step-commands";
import { publishCounts } from "@/lib/endorsements/counts/record-count";
import { prisma } from "@/lib/db";
import { runDailyJob } from "@/lib/jobs/daily-run";
import { knownSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import { addStaff } from "@/lib/staff/commands";
import type { CityStepKind } from "@/prisma/generated/enums";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { addSampleSignatories, placeIds } from "@/tests/support/database/places";
import { successOf } from "@/tests/support/result";
import {
  submitUnconfirmed,
  submitConfirmed,
  openReview,
  statusToken,
  tickAllEvidence,
  resetWithReviewer,
  correctAnswers,
} from "@/tests/support/applications/review";

// Public pages are made anew when the site's version is raised, and by no other sign: what changes
// them raises it, what does not leaves it.

const { ghent, amsterdam, antwerp } = placeIds;
const { email } = residentOfGhent;
const hoursLater = (hours: number) => new Date(Date.now() + hours * 3_600_000);

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer();
});

type Command = () => Promise<unknown>;

/** Brings about what the command changes. Gives the command. */
type Scene = () => Promise<Command>;

/** By how much a command raises the version, and how far this process knows right after it. */
async function raisedBy(scene: Scene): Promise<{ raised: number; isKnownHere: boolean }> {
  const command = await scene();
  // No count within the last seconds: the next one shows at once.
  await prisma.countPublication.updateMany({ data: { raisedAt: hoursLater(-24) } });
  await refreshSiteVersion();
  const before = BigInt(knownSiteVersion().version ?? "");
  await command();
  const { version } = await prisma.siteVersion.findFirstOrThrow();
  return {
    raised: Number(version - before),
    isKnownHere: knownSiteVersion().version === String(version),
  };
}

const review = async (application: string) => openReview(application, staffId);

async function readyApplication(): Promise<string> {
  const application = await submitConfirmed();
  await tickAllEvidence(await review(application));
  return application;
}

const approve = async (application: string) =>
  approveApplication(await review(application), {
    name: "Ghent",
    signedOn: new Date("2026-11-20"),
    message: null,
  });
const decline = async (application: string) =>
  declineApplication(await review(application), { reason: "other", message: "Not now." });
const askForChanges = async (application: string) =>
  requestChanges(await review(application), { message: "When was it?" });
const correct = (application: string) => correctAnswers(application, { mandateBody: "Council" });

const runReview = async (action: "release" | "invalidate", state: "held" | "confirmed") =>
  successOf(await runBulkReview({ action, filter: { state }, until: new Date(), staffId }));
const holdEndorsement = () => endorseAndConfirm({}, { suspicions: ["too_fast"] });

async function step(kind: CityStepKind, cityId: number): ReturnType<typeof recordStep> {
  const seenSteps = await prisma.cityStep.count({ where: { cityId, takenBackAt: null } });
  return recordStep({ cityId, kind, note: null, staffId, seenSteps, confirmed: 0 });
}

const takeLastStepBack = async () =>
  takeStepBack((await prisma.cityStep.findFirstOrThrow({ orderBy: { id: "desc" } })).id, staffId);

/** A signatory, and the steps before the one that is looked at. */
const amsterdamAfter = async (...kinds: CityStepKind[]) => {
  await addSampleSignatories();
  for (const kind of kinds) await step(kind, amsterdam);
};

const correctAmsterdam = async (changes: Partial<MemberFacts>) => {
  const member = await prisma.signatory.findUniqueOrThrow({
    where: { cityId: amsterdam },
    select: { signedOn: true, announcedOn: true, isFounder: true, city: true },
  });
  const facts = { ...member, name: member.city.name };
  const seen = fingerprintOf(facts);
  return correctMember({ cityId: amsterdam, facts: { ...facts, ...changes }, seen, staffId });
};

describe("a change of what is public raises the site's version once, and this process knows at once", () => {
  const applications: Record<string, Scene> = {
    "a city is approved": async () => {
      const application = await readyApplication();
      return () => approve(application);
    },
    "an approval is taken back": async () => {
      const application = await readyApplication();
      await approve(application);
      return async () => reopenApplication(await review(application), "decided_in_error");
    },
    "an application is declined": async () => {
      const application = await readyApplication();
      return () => decline(application);
    },
    "a decline is taken back": async () => {
      const application = await readyApplication();
      await decline(application);
      return async () => reopenApplication(await review(application), "decided_in_error");
    },
    "an application waits": async () => {
      const token = await statusToken(await submitUnconfirmed());
      return () => confirmApplication(token);
    },
    "an application waits for its city": async () => {
      const application = await readyApplication();
      return () => askForChanges(application);
    },
    "a city answers": async () => {
      const application = await readyApplication();
      await askForChanges(application);
      return () => correct(application);
    },
    "an application that waits is withdrawn": async () => {
      const token = await statusToken(await readyApplication());
      return () => withdrawApplication(token);
    },
  };

  const counts: Record<string, Scene> = {
    "an endorsement is confirmed by its link": async () => {
      await endorse();
      const { token } = await readMail(email);
      return () => confirmByLink(token);
    },
    "an endorsement is confirmed by its code": async () => {
      const statusKey = await endorse();
      const { code } = await readMail(email);
      return () => confirmByCode(statusKey, code, null);
    },
    "a signatory is thanked": async () => {
      await addSampleSignatories();
      return () => endorseAndConfirm({ cityId: amsterdam });
    },
    "those are published that counted a moment after another": async () => {
      const now = new Date();
      await endorseAndConfirm({}, {}, now);
      await endorseAndConfirm({ email: "neighbour@ghent.example" }, {}, now);
      return () => publishCounts(now);
    },
    "what was held is released": async () => (
      await holdEndorsement(),
      () => runReview("release", "held")
    ),
    "what counted is invalidated": async () => (
      await endorseAndConfirm(),
      () => runReview("invalidate", "confirmed")
    ),
    "a release is undone": async () => {
      await holdEndorsement();
      const { id } = await runReview("release", "held");
      return () => undoBulkReview(id, staffId);
    },
    "an invalidation is undone": async () => {
      await endorseAndConfirm();
      const { id } = await runReview("invalidate", "confirmed");
      return () => undoBulkReview(id, staffId);
    },
  };

  const residents: Record<string, Scene> = {
    ...Object.fromEntries(
      (["withdrawn", "deleted", "not_me"] satisfies Ending[]).map((ending): [string, Scene] => [
        `what counted is ${ending}`,
        async () => {
          const token = await endorseAndConfirm();
          return () => endEndorsement(token, ending);
        },
      ]),
    ),
    "a resident hides the name": async () => {
      const token = await endorseAndConfirm({ isNamePublic: true });
      return () => choose(token, "hideName");
    },
    "a resident shows the name": async () => {
      const token = await endorseAndConfirm();
      return () => choose(token, "showName");
    },
    "a resident's name goes because its time is over": async () => {
      await endorseAndConfirm({ isNamePublic: true });
      return () => enforceEndorsementRetention(hoursLater(730 * 24 + 1));
    },
    "a night's deletions are done": async () => {
      await endorseAndConfirm();
      return () => runDailyJob(new Date());
    },
  };

  const steps: Record<string, Scene> = {
    "a city is contacted": async () => (await endorseAndConfirm(), () => step("contacted", ghent)),
    "a membership rests": async () => (await amsterdamAfter(), () => step("on_hold", amsterdam)),
    "a membership rests no more": async () => (
      await amsterdamAfter("on_hold"),
      () => step("resumed", amsterdam)
    ),
    "a city leaves": async () => (await amsterdamAfter(), () => step("left", amsterdam)),
    "that it was contacted is taken back": async () => (
      await endorseAndConfirm(),
      await step("contacted", ghent),
      takeLastStepBack
    ),
    "that it rests is taken back": async () => (await amsterdamAfter("on_hold"), takeLastStepBack),
    "that it rests no more is taken back": async () => (
      await amsterdamAfter("on_hold", "resumed"),
      takeLastStepBack
    ),
    "that it left is taken back": async () => (await amsterdamAfter("left"), takeLastStepBack),
    "what the list says of it is corrected": async () => (
      await amsterdamAfter(),
      () => correctAmsterdam({ isFounder: false })
    ),
  };

  test.each(Object.entries({ ...applications, ...counts, ...residents, ...steps }))(
    "%s",
    async (_, scene) => {
      expect(await raisedBy(scene)).toEqual({ raised: 1, isKnownHere: true });
    },
  );
});

describe("what is not public leaves the version as it is", () => {
  const scenes: Record<string, Scene> = {
    submitting: () => Promise.resolve(() => submitUnconfirmed()),
    "withdrawing what was not confirmed": async () => {
      const token = await statusToken(await submitUnconfirmed());
      return () => withdrawApplication(token);
    },
    "correcting what waits": async () => {
      const id = await readyApplication();
      return () => correct(id);
    },
    asking: () => Promise.resolve(() => endorse()),
    "an endorsement that is held": async () => {
      await endorse({}, { suspicions: ["honeypot"] });
      const { token } = await readMail(email);
      return () => confirmByLink(token);
    },
    "an endorsement by an address that counts already": async () => (
      await endorseAndConfirm(),
      () => endorse()
    ),
    "invalidating what was held": async () => (
      await holdEndorsement(),
      () => runReview("invalidate", "held")
    ),
    "ending what was never confirmed": async () => {
      await endorse();
      const { token } = await readMail(email);
      return () => endEndorsement(token, "not_me");
    },
    "ending what was held": async () => {
      const token = await holdEndorsement();
      return () => endEndorsement(token, "withdrawn");
    },
    "hiding a name that is not shown yet": async () => {
      await endorse({ isNamePublic: true });
      const { token } = await readMail(email);
      return () => choose(token, "hideName");
    },
    "hiding a name where there is none": async () => {
      const token = await endorseAndConfirm({ name: null });
      return () => choose(token, "hideName");
    },
    "wishing for news, and none": async () => {
      const token = await endorseAndConfirm();
      return async () => (await choose(token, "wantNews"), choose(token, "stopMails"));
    },
    "a step that cannot come next": async () => (
      await endorseAndConfirm(),
      () => step("resumed", ghent)
    ),
    "saving what the list says as it was": async () => (
      await amsterdamAfter(),
      () => correctAmsterdam({})
    ),
    "a second taking back": async () => (
      await amsterdamAfter("on_hold"),
      await takeLastStepBack(),
      takeLastStepBack
    ),
    "milestones and reminders": async () => {
      await endorse({}, {}, hoursLater(-30));
      return async () => (await recordMilestones(new Date()), remindUnconfirmed(new Date()));
    },
    "deleting what is not public": async () => (
      await endorseAndConfirm(),
      await endorse({ cityId: antwerp }, {}, hoursLater(-80)),
      () => enforceEndorsementRetention(new Date())
    ),
    "blocks and staff": () =>
      Promise.resolve(
        async () => (
          await block({ kind: "mail_domain", value: "spam.example" }, staffId),
          addStaff({ email: "new@example.org", name: null, role: "reviewer" }, null)
        ),
      ),
  };

  test.each(Object.entries(scenes))("%s", async (_, scene) => {
    // A version there is from the first public change on.
    await prisma.siteVersion.create({ data: {} });
    expect(await raisedBy(scene)).toEqual({ raised: 0, isKnownHere: true });
  });
});
