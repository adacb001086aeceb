import { beforeEach, describe, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db";
import {
  addStaff,
  changeRole,
  chooseName,
  endOwnSession,
  inviteStaff,
  removeStaff,
  signOutEverywhere,
} from "@/lib/staff/commands";
import { listStaff } from "@/lib/staff/queries";
import { listSessions } from "@/lib/staff/session-queries";
import { sendSignInLink } from "@/lib/staff/sign-in";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { sortedReasons } from "@/tests/support/result";
import { submitConfirmed } from "@/tests/support/applications/review";
import { atTheSameMoment } from "@/tests/support/database/same-moment";
import { administrator, reviewer } from "@/tests/support/staff/staff";

beforeEach(async () => {
  vi.stubEnv("SECRET", "a secret of the tests that is long enough");
  vi.stubEnv("ADMIN_EMAIL", "");
  await resetDatabase();
});

const idOf = async (email: string) =>
  (await prisma.user.findFirstOrThrow({ where: { email }, select: { id: true } })).id;

describe("the staff", () => {
  test("are listed with administrators first, then by address, and each arrival is an event", async () => {
    const zoe = { ...administrator, email: "zoe@example.org" };
    for (const person of [reviewer, { ...reviewer, email: "ada@example.org" }, zoe])
      expect(await addStaff(person, null)).toEqual({ ok: true });

    const listed = await listStaff();
    expect(listed.map(({ email }) => email)).toEqual([
      zoe.email,
      "ada@example.org",
      reviewer.email,
    ]);
    expect(listed[0]?.createdAt).toBeInstanceOf(Date);
    expect(await prisma.event.findMany({ select: { kind: true, actor: true } })).toEqual([
      { kind: "staff_added", actor: "system" },
      { kind: "staff_added", actor: "system" },
      { kind: "staff_added", actor: "system" },
    ]);
  });

  test("nobody is added twice", async () => {
    await addStaff(reviewer, null);
    expect(await addStaff({ ...reviewer, role: "administrator" }, null)).toEqual({
      ok: false,
      reason: "alreadyStaff",
    });
    expect((await listStaff()).map(({ role }) => role)).toEqual(["reviewer"]);
  });

  test("whoever is removed loses session and link at once, and can come back under the same account", async () => {
    await addStaff(reviewer, null);
    const { id } = await prisma.user.findFirstOrThrow();
    await sendSignInLink(reviewer.email);
    await prisma.session.create({
      data: { sessionToken: "hash", userId: id, expires: new Date(Date.now() + 60_000) },
    });

    expect(await removeStaff(reviewer.email, null)).toEqual({ ok: true });
    expect(await listStaff()).toEqual([]);
    expect(await prisma.session.count()).toBe(0);
    expect(await prisma.verificationToken.count()).toBe(0);

    await addStaff({ ...reviewer, name: null, role: "administrator" }, null);
    expect(await listStaff()).toMatchObject([
      { id, name: "First reviewer", role: "administrator" },
    ]);
  });

  test("the log says who let somebody in, in which role, and who sent somebody away", async () => {
    await addStaff(administrator, null);
    const by = await idOf(administrator.email);
    await addStaff(reviewer, by);
    const memberId = await idOf(reviewer.email);
    await removeStaff(reviewer.email, by);

    const events = await prisma.event.findMany({
      where: { staffId: by },
      select: { kind: true, actor: true, detail: true },
      orderBy: { id: "asc" },
    });
    const detail = { memberId, role: "reviewer" };
    expect(events).toEqual([
      { kind: "staff_added", actor: "staff", detail },
      { kind: "staff_removed", actor: "staff", detail },
    ]);
  });

  test("who is removed takes along nothing of a colleague's, and no other mail", async () => {
    const colleague = { ...reviewer, email: "colleague@example.org" };
    for (const person of [colleague, reviewer]) {
      await addStaff(person, null);
      const userId = await idOf(person.email);
      const expires = new Date(Date.now() + 60_000);
      await sendSignInLink(person.email);
      await prisma.session.create({ data: { sessionToken: userId, userId, expires } });
    }
    await removeStaff(reviewer.email, null);
    expect(await prisma.session.findMany()).toMatchObject([
      { userId: await idOf(colleague.email) },
    ]);
    expect(await prisma.verificationToken.findMany()).toMatchObject([
      { identifier: colleague.email },
    ]);
    expect(await prisma.mail.count()).toBe(2);
  });

  test("who comes back under another name is listed under it", async () => {
    await addStaff(reviewer, null);
    await removeStaff(reviewer.email, null);
    await addStaff({ ...reviewer, name: "Zoë" }, null);
    expect(await listStaff()).toMatchObject([{ email: reviewer.email, name: "Zoë" }]);
  });

  test("the last administrator stays, unless the operator insists", async () => {
    await addStaff(administrator, null);
    await addStaff(reviewer, null);

    expect(await removeStaff(administrator.email, null)).toEqual({
      ok: false,
      reason: "lastAdministrator",
    });
    expect(await removeStaff(administrator.email, null, true)).toEqual({ ok: true });
    expect(await removeStaff(administrator.email, null, true)).toEqual({
      ok: false,
      reason: "notStaff",
    });
  });

  test("of two administrators either can leave", async () => {
    const other = { ...administrator, email: "other.administrator@example.org" };
    for (const leaving of [administrator, other]) {
      await resetDatabase();
      await addStaff(administrator, null);
      await addStaff(other, null);
      expect(await removeStaff(leaving.email, null)).toEqual({ ok: true });
    }
  });

  test("of two administrators who remove each other at the same moment one stays", async () => {
    const other = { ...administrator, email: "other.administrator@example.org" };
    await addStaff(administrator, null);
    await addStaff(other, null);

    const results = await Promise.all([
      removeStaff(administrator.email, null),
      removeStaff(other.email, null),
    ]);
    expect(sortedReasons(results)).toEqual(["done", "lastAdministrator"]);
    expect(await listStaff()).toHaveLength(1);
  });
});

async function openSession(email: string, device: string): Promise<void> {
  const expires = new Date(Date.now() + 60_000);
  await prisma.session.create({
    data: { sessionToken: `hash of ${device}`, userId: await idOf(email), expires, device },
  });
}

describe("roles", () => {
  let by: string;

  beforeEach(async () => {
    await addStaff(administrator, null);
    await addStaff(reviewer, null);
    by = await idOf(administrator.email);
  });

  test("whoever is invited gets an email with the role and the way in, and no secret", async () => {
    const editor = { email: "editor@example.org", name: null, role: "editor" as const };
    expect(await inviteStaff(editor, by)).toEqual({ ok: true });
    expect(await inviteStaff(editor, by)).toEqual({ ok: false, reason: "alreadyStaff" });

    const mails = await prisma.mail.findMany();
    expect(mails).toMatchObject([{ kind: "staff_invitation", recipient: editor.email }]);
    expect(mails[0]?.text).toContain("an editor");
    expect(mails[0]?.text).toContain("/admin/sign-in\n");
    expect(mails[0]?.text).not.toContain("token");
    expect((await listStaff()).map(({ role }) => role)).toEqual([
      "administrator",
      "reviewer",
      "editor",
    ]);
  });

  test("a role is changed with what it was and what it is in the record", async () => {
    const memberId = await idOf(reviewer.email);
    expect(await changeRole({ memberId, from: "reviewer", to: "editor" }, by)).toEqual({
      ok: true,
    });
    expect(await listStaff()).toMatchObject([{}, { id: memberId, role: "editor" }]);
    expect(
      await prisma.event.findMany({
        where: { kind: "staff_role_changed" },
        select: { staffId: true, detail: true },
      }),
    ).toEqual([{ staffId: by, detail: { memberId, before: "reviewer", after: "editor" } }]);
  });

  test("nobody changes a role that is another one by now, or somebody who has left", async () => {
    const memberId = await idOf(reviewer.email);
    const toAdministrator = { memberId, from: "editor", to: "administrator" } as const;
    const refused = { ok: false, reason: "changedMeanwhile" };
    expect(await changeRole(toAdministrator, by)).toEqual(refused);
    await removeStaff(reviewer.email, by);
    expect(await changeRole({ ...toAdministrator, from: "reviewer" }, by)).toEqual(refused);
  });

  test("the last administrator stays one", async () => {
    const change = { memberId: by, from: "administrator", to: "editor" } as const;
    expect(await changeRole(change, by)).toEqual({ ok: false, reason: "lastAdministrator" });
    await changeRole(
      { memberId: await idOf(reviewer.email), from: "reviewer", to: "administrator" },
      by,
    );
    expect(await changeRole(change, by)).toEqual({ ok: true });
  });

  test("whoever becomes an editor hears of no more applications", async () => {
    const memberId = await idOf(reviewer.email);
    await loadSamplePlaces();
    await submitConfirmed({ submissionKey: crypto.randomUUID() });
    expect(await prisma.reviewNotice.count({ where: { staffId: memberId } })).toBe(1);

    await changeRole({ memberId, from: "reviewer", to: "editor" }, by);
    await submitConfirmed({ submissionKey: crypto.randomUUID(), cityId: placeIds.losAngeles });
    expect(await prisma.reviewNotice.count({ where: { staffId: memberId } })).toBe(0);
    expect(await prisma.reviewNotice.count({ where: { staffId: by } })).toBe(2);
  });

  test("whoever is signed out everywhere has no session and no link left; others keep theirs", async () => {
    for (const device of ["Firefox on Linux", "Safari on iOS"])
      await openSession(reviewer.email, device);
    await openSession(administrator.email, "Edge on Windows");
    await sendSignInLink(reviewer.email);

    await signOutEverywhere(await idOf(reviewer.email), by);
    expect(await prisma.session.findMany({ select: { device: true } })).toEqual([
      { device: "Edge on Windows" },
    ]);
    expect(await prisma.verificationToken.count()).toBe(0);
  });

  test("nobody is signed out who never was on the staff, and nothing is recorded", async () => {
    const before = await prisma.event.count();
    expect(await signOutEverywhere(crypto.randomUUID(), by)).toEqual({
      ok: false,
      reason: "notStaff",
    });
    expect(await prisma.event.count()).toBe(before);
  });

  test("who had no name gives themselves one, which is an event once", async () => {
    const id = await idOf(reviewer.email);
    await prisma.user.update({ where: { id }, data: { name: null } });
    await chooseName(id, "Ada");
    await chooseName(id, "Ada");
    expect(await prisma.user.findUnique({ where: { id }, select: { name: true } })).toEqual({
      name: "Ada",
    });
    expect(
      await prisma.event.findMany({ where: { kind: "staff_renamed" }, select: { staffId: true } }),
    ).toEqual([{ staffId: id }]);
  });

  test("a session is ended one by one, and only by its holder", async () => {
    await openSession(reviewer.email, "Firefox on Linux");
    await openSession(reviewer.email, "Safari on iOS");
    const holder = await idOf(reviewer.email);
    const [lost, kept] = await listSessions(holder, "hash of Firefox on Linux");
    expect([lost, kept]).toMatchObject([
      { device: "Safari on iOS", isThisOne: false },
      { device: "Firefox on Linux", isThisOne: true },
    ]);

    await endOwnSession(lost!.id, by);
    expect(await listSessions(holder, null)).toHaveLength(2);
    await endOwnSession(lost!.id, holder);
    expect(await listSessions(holder, null)).toMatchObject([{ id: kept!.id, isThisOne: false }]);
  });
});

const isPostgres = process.env.TEST_DATABASE === "postgres";

describe.skipIf(!isPostgres)("at the same moment, on a real PostgreSQL", () => {
  test("of two administrators who remove each other one stays, twenty times", async () => {
    const other = { ...administrator, email: "other.administrator@example.org" };
    for (let round = 0; round < 20; round++) {
      await resetDatabase();
      await addStaff(administrator, null);
      await addStaff(other, null);

      const removals = [administrator, other].map(
        ({ email }) =>
          () =>
            removeStaff(email, null),
      );
      const results = await atTheSameMoment("SELECT id FROM staff", removals);
      expect(sortedReasons(results)).toEqual(["done", "lastAdministrator"]);
      expect(await listStaff()).toHaveLength(1);
    }
  }, 60_000);

  test("of two administrators who demote each other one stays one, twenty times", async () => {
    const other = { ...administrator, email: "other.administrator@example.org" };
    for (let round = 0; round < 20; round++) {
      await resetDatabase();
      await addStaff(administrator, null);
      await addStaff(other, null);
      const [first, second] = [await idOf(administrator.email), await idOf(other.email)];

      const demote = (memberId: string, by: string) => () =>
        changeRole({ memberId, from: "administrator", to: "reviewer" }, by);
      const results = await atTheSameMoment("SELECT id FROM staff", [
        demote(first, second),
        demote(second, first),
      ]);
      expect(sortedReasons(results)).toEqual(["done", "lastAdministrator"]);
    }
  }, 60_000);
});
