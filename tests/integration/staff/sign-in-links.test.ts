import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db";
import { addStaff, removeStaff } from "@/lib/staff/commands";
import {
  admitFirstAdministrator,
  ensureFirstAdministrator,
  firstSignInLink,
  isFirstSignInToken,
} from "@/lib/staff/first-sign-in";
import { proofOfDevice } from "@/lib/staff/known-device";
import { listStaff } from "@/lib/staff/queries";
import { findSignInAddress, sendSignInLink } from "@/lib/staff/sign-in";
import { resetDatabase } from "@/tests/support/database/reset";
import { successOf } from "@/tests/support/result";
import { atTheSameMoment } from "@/tests/support/database/same-moment";
import { administrator, reviewer } from "@/tests/support/staff/staff";

beforeEach(async () => {
  vi.stubEnv("SECRET", "a secret of the tests that is long enough");
  vi.stubEnv("ADMIN_EMAIL", "");
  await resetDatabase();
});

const mailedTokens = async () =>
  (await prisma.mail.findMany({ orderBy: { createdAt: "asc" } })).map(({ text }) =>
    tokenIn(text ?? ""),
  );
const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)?.[1] ?? "";

describe("a sign-in link", () => {
  test("goes to staff, holds a token of which only the hash is stored, and can be read without being used up", async () => {
    await addStaff(reviewer, null);
    await sendSignInLink(reviewer.email);

    const [token = ""] = await mailedTokens();
    expect((await prisma.verificationToken.findFirstOrThrow()).token).not.toContain(token);
    expect(await findSignInAddress(token)).toBe(reviewer.email);
    expect(await findSignInAddress(token)).toBe(reviewer.email);
    expect(await findSignInAddress("another")).toBeNull();
  });

  test("goes to no stranger and to nobody who left", async () => {
    await addStaff(reviewer, null);
    await removeStaff(reviewer.email, null);
    await sendSignInLink(reviewer.email);
    await sendSignInLink("stranger@example.org");
    expect(await mailedTokens()).toEqual([]);
  });

  const requestOften = async (times: number) => {
    for (let time = 0; time < times; time++) await sendSignInLink(reviewer.email);
  };

  /** As if all that was sent so far had been sent so much earlier. */
  const letPass = async (hours: number) => {
    const interval = `${hours} hours`;
    await prisma.$executeRaw`UPDATE mail SET created_at = created_at - ${interval}::interval`;
    await prisma.$executeRaw`UPDATE verification_token SET expires = expires - ${interval}::interval`;
  };

  const findWorking = async () => {
    const tokens = await mailedTokens();
    const addresses = await Promise.all(tokens.map(findSignInAddress));
    return tokens.filter((_, index) => addresses[index] !== null);
  };

  /** As next-auth does when somebody signs in with it. */
  const use = async (token: string) => {
    const hash = createHash("sha256")
      .update(`${token}${process.env.SECRET ?? ""}`)
      .digest("hex");
    expect(await prisma.verificationToken.deleteMany({ where: { token: hash } })).toEqual({
      count: 1,
    });
  };

  test("goes out while fewer than five are unused, even when all are asked for at once", async () => {
    await addStaff(reviewer, null);
    await Promise.all(Array.from({ length: 7 }, () => sendSignInLink(reviewer.email)));
    expect(await mailedTokens()).toHaveLength(5);

    await letPass(1);
    await sendSignInLink(reviewer.email);
    expect(await mailedTokens()).toHaveLength(6);
  });

  test("a stranger who asks fifty times before and after a member keeps nobody out, at any hour", async () => {
    await addStaff(reviewer, null);
    for (let hour = 0; hour < 26; hour++) {
      await requestOften(hour === 0 ? 50 : 6);
      await sendSignInLink(reviewer.email);
      const working = await findWorking();
      expect(working.length, `in hour ${hour}`).toBeGreaterThanOrEqual(5);
      await requestOften(hour === 0 ? 50 : 6);
      expect(await findWorking()).toEqual(expect.arrayContaining(working));
      await letPass(1);
    }
  }, 120_000);

  test("a stranger who goes on all day sends fifteen mails, not a hundred", async () => {
    await addStaff(reviewer, null);
    for (let hour = 0; hour < 24; hour++) {
      await requestOften(6);
      await letPass(1);
    }
    expect((await mailedTokens()).length).toBeLessThanOrEqual(15);
  }, 60_000);

  test("that is used makes room for another", async () => {
    await addStaff(reviewer, null);
    await requestOften(6);
    const [first = ""] = await findWorking();
    await use(first);
    await sendSignInLink(reviewer.email);

    expect(await mailedTokens()).toHaveLength(6);
    expect(await findWorking()).toHaveLength(5);
  });

  test("comes to a browser with which the member has signed in before, whatever strangers ask", async () => {
    await addStaff(reviewer, null);
    const { id } = await prisma.user.findFirstOrThrow();
    await requestOften(50);
    await sendSignInLink(reviewer.email, "made up");
    await sendSignInLink(reviewer.email, proofOfDevice("00000000-0000-4000-8000-000000000000"));
    expect(await mailedTokens()).toHaveLength(5);

    await sendSignInLink(reviewer.email, proofOfDevice(id));
    expect(await findSignInAddress((await mailedTokens())[5] ?? "")).toBe(reviewer.email);
    for (let time = 0; time < 10; time++) await sendSignInLink(reviewer.email, proofOfDevice(id));
    expect(await mailedTokens()).toHaveLength(10);
  });

  test("works for an hour, and the mail says so", async () => {
    await addStaff(reviewer, null);
    await sendSignInLink(reviewer.email);
    const [token = ""] = await mailedTokens();
    const { text } = await prisma.mail.findFirstOrThrow();
    expect(text).toContain("The link works once, within 1 hour.");
    const { expires } = await prisma.verificationToken.findFirstOrThrow();
    expect(Math.round((expires.getTime() - Date.now()) / 60_000)).toBe(60);

    await prisma.verificationToken.updateMany({ data: { expires: new Date(Date.now() - 1) } });
    expect(await findSignInAddress(token)).toBeNull();
  });
});

describe("the first administrator", () => {
  test("is the person of ADMIN_EMAIL while there is no other", async () => {
    vi.stubEnv("ADMIN_EMAIL", "Clerk@Example.org");
    await ensureFirstAdministrator();
    await ensureFirstAdministrator();
    expect(await listStaff()).toMatchObject([
      { email: "clerk@example.org", role: "administrator" },
    ]);

    vi.stubEnv("ADMIN_EMAIL", "another@example.org");
    await ensureFirstAdministrator();
    expect(await listStaff()).toHaveLength(1);
  });

  test("gets in by the link of a start without staff, once", async () => {
    const token = tokenIn((await firstSignInLink()) ?? "");
    expect(await isFirstSignInToken(token)).toBe(true);

    const admitted = successOf(await admitFirstAdministrator(token, administrator.email));
    expect(await findSignInAddress(admitted.token)).toBe(administrator.email);
    expect(await listStaff()).toMatchObject([administrator]);

    expect(await isFirstSignInToken(token)).toBe(false);
    expect(await admitFirstAdministrator(token, "another@example.org")).toEqual({
      ok: false,
      reason: "invalidLink",
    });
    expect(await firstSignInLink()).toBeNull();
  });

  test("is one, however many use the link at once", async () => {
    const token = tokenIn((await firstSignInLink()) ?? "");
    const addresses = ["one@example.org", "two@example.org", "three@example.org"];
    const results = await Promise.all(
      addresses.map((address) => admitFirstAdministrator(token, address)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listStaff()).toHaveLength(1);
  });

  test("cannot use the link of an earlier start, nor one of yesterday, nor any once somebody is on the staff", async () => {
    const earlier = tokenIn((await firstSignInLink()) ?? "");
    const latest = tokenIn((await firstSignInLink()) ?? "");
    expect(await isFirstSignInToken(earlier)).toBe(false);

    await prisma.verificationToken.updateMany({ data: { expires: new Date(Date.now() - 1) } });
    expect(await admitFirstAdministrator(latest, administrator.email)).toEqual({
      ok: false,
      reason: "invalidLink",
    });

    const next = tokenIn((await firstSignInLink()) ?? "");
    await addStaff(reviewer, null);
    expect(await admitFirstAdministrator(next, administrator.email)).toEqual({
      ok: false,
      reason: "invalidLink",
    });
  });
});

const isPostgres = process.env.TEST_DATABASE === "postgres";

describe.skipIf(!isPostgres)("at the same moment, on a real PostgreSQL", () => {
  test("of seven requests for a link five bring one", async () => {
    await addStaff(reviewer, null);
    await atTheSameMoment(
      "SELECT id FROM staff",
      Array.from({ length: 7 }, () => () => sendSignInLink(reviewer.email)),
    );
    expect(await mailedTokens()).toHaveLength(5);
  });

  test("of three who use the link for the first administrator one becomes it", async () => {
    const token = tokenIn((await firstSignInLink()) ?? "");
    const admissions = ["one", "two", "three"].map(
      (who) => () => admitFirstAdministrator(token, `${who}@example.org`),
    );
    const results = await atTheSameMoment("SELECT token FROM verification_token", admissions);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listStaff()).toHaveLength(1);
  });
});
