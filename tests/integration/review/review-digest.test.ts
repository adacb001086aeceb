import { beforeEach, describe, expect, test } from "vitest";
import { requestChanges, declineApplication } from "@/lib/applications/review/review-commands";
import { correctApplication, withdrawApplication } from "@/lib/applications/commands";
import { sendMorningMails } from "@/lib/applications/morning-mail";
import { claimApplication } from "@/lib/applications/claims/claim-commands";
import { listOverdue } from "@/lib/applications/review/overdue-queries";
import { sendDigests } from "@/lib/applications/review-digest";
import { applicationSchema, nest } from "@/lib/applications/schema";
import { prisma } from "@/lib/db";
import { defaultSettings } from "@/lib/settings/schema";
import { Prisma } from "@/prisma/generated/client";
import { chooseDigest, removeStaff, switchMorningMail } from "@/lib/staff/commands";
import { getMailChoices } from "@/lib/staff/queries";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  statusToken,
  resetWithReviewer,
} from "@/tests/support/applications/review";

// Staff are told by email what is new: one email for each person and period, and none where nothing
// is new.

const isPostgres = process.env.TEST_DATABASE === "postgres";
const cities = [placeIds.ghent, placeIds.antwerp, placeIds.eindhoven, placeIds.tokyo];
const hour = 3_600_000;

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer();
});

const apply = (number: number) =>
  submitConfirmed({
    submissionKey: crypto.randomUUID(),
    cityId: cities[number],
    contactEmail: `officer${number}@stad.example`,
  });
const later = (ms: number) => new Date(Date.now() + ms);
const digests = () =>
  prisma.mail.findMany({ where: { kind: "staff_digest" }, orderBy: { id: "asc" } });
const getDigest = async (id: string) => (await getMailChoices(id)).digest;
const subjects = async () => (await digests()).map(({ subject }) => subject);

test("what is new is told in one email, with a link to each, and only once", async () => {
  const ids = [await apply(0), await apply(1), await apply(2)];
  expect([await sendDigests(new Date()), await sendDigests(later(2 * hour))]).toEqual([1, 0]);
  const [digest] = await digests();
  expect(digest).toMatchObject({
    recipient: "reviewer@example.org",
    subject: "3 applications are waiting for review",
  });
  for (const id of ids) expect(digest?.text).toContain(`/admin/applications/${id}`);
  expect(digest?.text).toContain("/admin/account");
  expect(digest?.text).not.toContain("stad.example");
});

test("one application is told by its city", async () => {
  await apply(0);
  await sendDigests(new Date());
  expect(await subjects()).toEqual(["A new application: Ghent (Belgium)"]);
});

test("within the hour there is no second email; what came meanwhile stands in the next", async () => {
  await apply(0);
  await sendDigests(new Date());
  await apply(1);
  await apply(2);
  expect([await sendDigests(later(0.9 * hour)), await sendDigests(later(1.1 * hour))]).toEqual([
    0, 1,
  ]);
  expect(await subjects()).toEqual([
    "A new application: Ghent (Belgium)",
    "2 applications are waiting for review",
  ]);
});

test("everybody has a period of their own: an hour, a day, or none", async () => {
  const [daily, never] = [
    await hireReviewer("daily@example.org"),
    await hireReviewer("never@example.org"),
  ];
  await chooseDigest(daily, "daily");
  await switchMorningMail(daily, false);
  await chooseDigest(never, "none");
  await apply(0);
  expect(await sendDigests(new Date())).toBe(2);
  await apply(1);
  expect([
    await sendDigests(later(2 * hour)),
    await sendDigests(later(23 * hour)),
    await sendDigests(later(25 * hour)),
  ]).toEqual([1, 0, 1]);
  expect((await digests()).filter(({ recipient }) => recipient === "never@example.org")).toEqual(
    [],
  );
});

test("whoever wants none from now on is not told of what was new, and hears of what comes after wanting some again", async () => {
  await apply(0);
  await chooseDigest(staffId, "none");
  await chooseDigest(staffId, "hourly");
  expect(await sendDigests(new Date())).toBe(0);
  await apply(1);
  await sendDigests(new Date());
  expect(await subjects()).toEqual(["A new application: Antwerp (Belgium)"]);
});

test("what a colleague has decided on, or the applicant has withdrawn, is news no more", async () => {
  const [declined, withdrawn] = [await apply(0), await apply(1)];
  await declineApplication(await openReview(declined, staffId), {
    reason: "other",
    message: "Not now.",
  });
  await withdrawApplication(await statusToken(withdrawn));
  expect([await sendDigests(new Date()), await digests()]).toEqual([0, []]);
  await apply(2);
  expect(await sendDigests(new Date())).toBe(1);
});

test("an answer to a request for changes is told as such", async () => {
  const id = await apply(0);
  await sendDigests(new Date());
  await requestChanges(await openReview(id, staffId), { message: "Which council meeting was it?" });
  const { version } = await openReview(id, staffId);
  const answers = applicationSchema.parse(nest(answersOfGhent));
  expect(await correctApplication(await statusToken(id), version, answers)).toEqual({ ok: true });
  await sendDigests(later(2 * hour));
  expect(await subjects()).toEqual([
    "A new application: Ghent (Belgium)",
    "Ghent (Belgium) has answered",
  ]);
});

test("who was removed gets none: not what is noted, and not what was written and not sent yet", async () => {
  await hireReviewer("colleague@example.org");
  await apply(0);
  await sendDigests(new Date());
  await apply(1);
  await removeStaff("reviewer@example.org", null);
  expect(await sendDigests(later(2 * hour))).toBe(1);
  expect((await digests()).map(({ recipient }) => recipient)).toEqual([
    "colleague@example.org",
    "colleague@example.org",
  ]);
  // Noted by a transaction that did not see the removal.
  const applicationId = await apply(2);
  await prisma.reviewNotice.create({ data: { staffId, applicationId, isAnswer: false } });
  expect(await sendDigests(later(4 * hour))).toBe(1);
  expect(await prisma.mail.count({ where: { recipient: "reviewer@example.org" } })).toBe(0);
});

test("who wants no digest any more leaves a colleague's news, and who leaves keeps what was sent", async () => {
  const colleague = await hireReviewer("colleague@example.org");
  await apply(0);
  await chooseDigest(staffId, "none");
  expect([await getDigest(staffId), await getDigest(colleague)]).toEqual(["none", "hourly"]);
  expect(await sendDigests(new Date())).toBe(1);
  await prisma.mail.updateMany({ data: { sentAt: new Date() } });
  await removeStaff("colleague@example.org", null);
  expect(await subjects()).toEqual(["A new application: Ghent (Belgium)"]);
});

test("from hourly to daily, what was noted so far is still told", async () => {
  await apply(0);
  await chooseDigest(staffId, "daily");
  await switchMorningMail(staffId, false);
  expect(await sendDigests(new Date())).toBe(1);
});

test("who has left chooses nothing any more", async () => {
  await removeStaff("reviewer@example.org", null);
  await chooseDigest(staffId, "daily");
  expect(await getDigest(staffId)).toBe("hourly");
});

describe("the morning of a working day", () => {
  // What comes in on a Monday is overdue after ten working days, on the Monday after next.
  const [monday, friday, dueDay] = ["2026-11-30", "2026-12-11", "2026-12-14"].map(
    (day) => new Date(`${day}T08:00:00Z`),
  ) as [Date, Date, Date];
  const comesIn = (id: string, confirmedAt: Date) =>
    prisma.application.update({ where: { id }, data: { confirmedAt } });

  test("tells what is theirs, what nobody has, what is overdue, and what will be so on the next working day", async () => {
    const [late, soon, own] = [await apply(0), await apply(1), await apply(2)];
    await comesIn(late, new Date("2026-11-16T10:00:00Z"));
    await comesIn(soon, monday);
    await comesIn(own, friday);
    await claimApplication(
      { applicationId: own, staffId, seenHolderId: null },
      { now: friday, settings: defaultSettings },
    );
    expect(await sendMorningMails(friday)).toBe(1);
    const [mail] = await digests();
    expect(mail?.subject).toBe("1 application is overdue");
    expect(mail?.text).toContain("You have taken 1 application.");
    expect(mail?.text).toContain("Nobody has taken 2 of those that wait.");
    const at = (id: string) => mail?.text?.indexOf(`/admin/applications/${id}`) ?? -1;
    expect(mail?.text).toMatch(/Overdue: Ghent \(Belgium\)/);
    expect(mail?.text).toMatch(/Overdue on the next working day: Antwerp \(Belgium\)/);
    // What is new stands once, as what it is besides.
    expect(at(late)).toBeGreaterThan(-1);
    expect(at(soon)).toBeGreaterThan(at(late));
    expect(at(own)).toBeGreaterThan(at(soon));
    expect(mail?.text).not.toContain("stad.example");
  });

  test("the warning comes one working day before the queue marks it red, over a weekend too", async () => {
    const id = await apply(0);
    await comesIn(id, monday);
    const moment = (now: Date) => ({ now, settings: defaultSettings });
    const isRed = async (now: Date) => (await listOverdue(Prisma.sql`true`, moment(now))).length;
    expect([await isRed(friday), await isRed(dueDay)]).toEqual([0, 1]);
    await sendMorningMails(new Date("2026-12-10T08:00:00Z"));
    await sendMorningMails(friday);
    await sendMorningMails(dueDay);
    expect(await subjects()).toEqual([
      "What waits for review this morning",
      "1 application is overdue on the next working day",
      "1 application is overdue",
    ]);
  });

  test("comes once, also to who wants hourly news, and tells the news that the hour has not told yet", async () => {
    await comesIn(await apply(0), friday);
    expect([await sendMorningMails(friday), await sendMorningMails(friday)]).toEqual([1, 0]);
    expect(await sendDigests(friday)).toBe(0);
    expect((await digests())[0]?.text).toContain("New: Ghent (Belgium)");
  });

  test("holds the news of the day for who wants them daily", async () => {
    await chooseDigest(staffId, "daily");
    await apply(0);
    expect(await sendDigests(later(48 * hour))).toBe(0);
    expect(await sendMorningMails(friday)).toBe(1);
  });

  test("is nobody's where nothing waits, on free days, and of who has switched it off or left", async () => {
    expect(await sendMorningMails(friday)).toBe(0);
    await apply(0);
    expect(await sendMorningMails(new Date("2026-12-12T08:00:00Z"))).toBe(0);
    await switchMorningMail(staffId, false);
    expect(await sendMorningMails(dueDay)).toBe(0);
    await switchMorningMail(staffId, true);
    await removeStaff("reviewer@example.org", null);
    expect(await sendMorningMails(dueDay)).toBe(0);
    expect(await subjects()).toEqual([]);
  });

  test("is no editor's", async () => {
    await prisma.user.update({ where: { id: staffId }, data: { role: "editor" } });
    await apply(0);
    expect(await sendMorningMails(friday)).toBe(0);
  });
});

describe.skipIf(!isPostgres)("at the same moment, on a real PostgreSQL", () => {
  test("two jobs write one digest to each, ten times", async () => {
    await hireReviewer("colleague@example.org");
    await apply(0);
    for (let round = 1; round <= 10; round++) {
      const applicationId = (await prisma.application.findFirstOrThrow({ select: { id: true } }))
        .id;
      const staff = await prisma.user.findMany({ select: { id: true } });
      await prisma.reviewNotice.createMany({
        data: staff.map(({ id }) => ({ staffId: id, applicationId, isAnswer: false })),
        skipDuplicates: true,
      });
      const written = await Promise.all([
        sendDigests(later(2 * hour * round)),
        sendDigests(later(2 * hour * round)),
      ]);
      expect([written[0] + written[1], (await digests()).length]).toEqual([2, 2 * round]);
    }
  });

  test("two jobs tell each reviewer of one morning once", async () => {
    await hireReviewer("colleague@example.org");
    await apply(0);
    const friday = new Date("2026-12-11T08:00:00Z");
    const written = await Promise.all([sendMorningMails(friday), sendMorningMails(friday)]);
    expect([written[0] + written[1], (await digests()).length]).toEqual([2, 2]);
  });

  test("two jobs that find the same notes waiting take them once", async () => {
    await apply(0);
    const both = [() => sendDigests(new Date()), () => sendDigests(new Date())];
    const written = await Promise.all(both.map((each) => each()));
    expect([
      written.reduce((sum, count) => sum + count),
      await prisma.reviewNotice.count(),
    ]).toEqual([1, 0]);
  });

  test("who is removed while the job runs has no digest afterwards", async () => {
    await apply(0);
    await prisma.user.create({
      data: { email: "administrator@example.org", role: "administrator", digest: "none" },
    });
    const removal = () => removeStaff("reviewer@example.org", null);
    await Promise.all([sendDigests(new Date()), removal(), sendDigests(new Date())]);
    expect([
      await prisma.mail.count({ where: { recipient: "reviewer@example.org", sentAt: null } }),
      await prisma.reviewNotice.count(),
    ]).toEqual([0, 0]);
  });
});
