import { beforeEach, describe, expect, test, vi } from "vitest";
import { confirmApplication, withdrawApplication } from "@/lib/applications/commands";
import { sendToCorrectedAddress } from "@/lib/applications/contact-commands";
import { correctedAddressSchema } from "@/lib/applications/review/review-schema";
import { prisma } from "@/lib/db";
import { log } from "@/lib/log";
import { dismissMail, retryMail } from "@/lib/mail/commands";
import { deliverNextMail } from "@/lib/mail/delivery";
import { listFailedMails } from "@/lib/mail/queries";
import type { Result } from "@/lib/result";
import { sortedReasons } from "@/tests/support/result";
import {
  submitUnconfirmed,
  submitConfirmed,
  hireReviewer,
  openReview,
  statusToken,
  tickEvidence,
  resetWithReviewer,
} from "@/tests/support/applications/review";
import { atTheSameMoment } from "@/tests/support/database/same-moment";
import { tablesThatKnow } from "@/tests/support/database/traces";
import { eventKindsOf } from "@/lib/events";

// What staff do about an email that reached nobody.

const isPostgres = process.env.TEST_DATABASE === "postgres";
const [mistyped, meant] = ["officer@stadt.example", "officer@stad.example"];

let reviewer: string;
let colleague: string;

beforeEach(async () => {
  vi.stubEnv("SMTP_URL", "smtp://mail.example");
  reviewer = await resetWithReviewer();
  colleague = await hireReviewer("colleague@example.org");
});

const application = {
  submissionKey: "00000000-0000-4000-8000-000000000001",
  contactEmail: mistyped,
};

/** Lets every mail of an application fail. Gives the newest. */
async function failMails(applicationId: string): Promise<string> {
  await prisma.mail.updateMany({
    where: { applicationId },
    data: { failedAt: new Date(), dueAt: null, attempts: 9 },
  });
  return (await prisma.mail.findFirstOrThrow({ where: { applicationId }, orderBy: { id: "desc" } }))
    .id;
}

const failedMail = async () => failMails(await submitUnconfirmed(application));
const staffEvents = () =>
  prisma.event.findMany({ where: { kind: { in: eventKindsOf("mail") } }, orderBy: { id: "asc" } });
const correct = (mailId: string, address = meant, staffId = reviewer) =>
  sendToCorrectedAddress({ mailId, address, staffId });
const isDealtWith = { ok: false, reason: "dealtWith" };
const isUnknown = { ok: false, reason: "unknownContact" };

describe("dismissed", () => {
  test("it leaves the list, once, and the event says who did it", async () => {
    const id = await failedMail();
    expect([await dismissMail(id, reviewer), await dismissMail(id, colleague)]).toEqual([
      { ok: true },
      isDealtWith,
    ]);
    expect([await listFailedMails(), await retryMail(id, colleague), await correct(id)]).toEqual([
      [],
      isDealtWith,
      isDealtWith,
    ]);
    expect(await staffEvents()).toMatchObject([
      {
        kind: "mail_dismissed",
        staffId: reviewer,
        detail: { mail: "application_confirm_address" },
      },
    ]);
  });

  test("one that has not failed cannot be", async () => {
    await submitUnconfirmed(application);
    const { id } = await prisma.mail.findFirstOrThrow({ select: { id: true } });
    expect([await dismissMail(id, reviewer), await correct(id), await staffEvents()]).toEqual([
      isDealtWith,
      isDealtWith,
      [],
    ]);
  });
});

describe("sent to a corrected address", () => {
  test("it goes there, and what the applicant confirms is the new address", async () => {
    const id = await failedMail();
    expect(await correct(id)).toEqual({ ok: true });
    const sent: string[] = [];
    await deliverNextMail(({ recipient }) => {
      sent.push(recipient);
      return Promise.resolve();
    });
    expect([sent, await listFailedMails(), await tablesThatKnow(mistyped)]).toEqual([
      [meant],
      [],
      [],
    ]);
  });

  test("the link in it works, and all later emails go there too", async () => {
    const applicationId = await submitUnconfirmed(application);
    await correct(await failMails(applicationId));
    expect(await confirmApplication(await statusToken(applicationId))).toEqual({ ok: true });
    expect(await prisma.mail.findFirst({ where: { kind: "application_received" } })).toMatchObject({
      recipient: meant,
    });
  });

  test("others that failed for the same address go there when they are sent again", async () => {
    const applicationId = await submitConfirmed(application);
    await correct(await failMails(applicationId));
    expect(await listFailedMails()).toMatchObject([{ recipient: meant }]);
  });

  test("the contact must be seen again, and a form that was opened before says so", async () => {
    const applicationId = await submitConfirmed(application);
    const before = await openReview(applicationId, reviewer);
    await tickEvidence(before, "official_contact");
    await tickEvidence(before, "one_action_per_area");
    await correct(await failMails(applicationId));
    expect(await prisma.evidenceTick.findMany({ select: { criterion: true } })).toEqual([
      { criterion: "one_action_per_area" },
    ]);
    expect(await tickEvidence(before, "official_contact")).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
  });

  test("the event tells before from after without an address, and no log line has one", async () => {
    const lines: unknown[] = [];
    for (const level of ["info", "warn", "error"] as const)
      vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void lines.push(line));
    await correct(await failedMail());
    const [event] = await staffEvents();
    expect(event).toMatchObject({
      kind: "mail_readdressed",
      staffId: reviewer,
      detail: {
        mail: "application_confirm_address",
        before: expect.stringMatching(/^[0-9a-f]{4}$/) as string,
      },
    });
    const { before, after } = event!.detail as { before: string; after: string };
    expect(before).not.toBe(after);
    expect(JSON.stringify([event?.detail, lines])).not.toContain("stad");
    vi.restoreAllMocks();
  });

  test("nobody's address comes back once it is erased", async () => {
    const applicationId = await submitConfirmed(application);
    await withdrawApplication(await statusToken(applicationId));
    const id = await failMails(applicationId);
    expect([await correct(id), await tablesThatKnow(meant)]).toEqual([isUnknown, []]);
    expect(await prisma.mail.findUnique({ where: { id } })).toMatchObject({
      recipient: mistyped,
      failedAt: expect.any(Date) as Date,
    });
  });

  test("a mail to somebody else goes nowhere else", async () => {
    const mail = {
      kind: "endorsement_confirm",
      recipient: "resident@ghent.example",
      locale: "en",
      subject: "Confirm",
      failedAt: new Date(),
    } as const;
    const { id } = await prisma.mail.create({ data: mail });
    expect(await correct(id)).toEqual(isUnknown);
    expect(await prisma.mail.findUnique({ where: { id } })).toMatchObject(mail);
  });
});

test.each([
  "",
  "nobody",
  "two@stad.example, three@stad.example",
  `${"a".repeat(65)}@stad.example`,
  `a@${"b.".repeat(130)}example`,
  "a@stad.example\r\nBcc: b@c.example",
])("%j is no address to send to", (typed) => {
  expect(correctedAddressSchema.safeParse(typed).success).toBe(false);
});

test("an address is kept as applications keep it", () => {
  expect(correctedAddressSchema.parse("  Officer@Stad.Example ")).toBe(meant);
});

describe.skipIf(!isPostgres)("two colleagues at the same moment", () => {
  const ways: Record<string, (id: string, staffId: string) => Promise<Result<string>>> = {
    dismisses: (id, staffId) => dismissMail(id, staffId),
    "sends again": (id, staffId) => retryMail(id, staffId),
    "corrects the address": (id, staffId) => correct(id, meant, staffId),
  };
  const pairs = Object.keys(ways).flatMap((one, index) =>
    Object.keys(ways)
      .slice(index)
      .map((other) => [one, other] as const),
  );

  test.each(pairs)("one %s and the other %s: one is too late", async (one, other) => {
    const id = await failedMail();
    const both = [() => ways[one]!(id, reviewer), () => ways[other]!(id, colleague)];
    const outcomes = await atTheSameMoment("SELECT id FROM mail", both);
    expect(sortedReasons(outcomes)).toEqual(["dealtWith", "done"]);
    expect(await staffEvents()).toHaveLength(1);
  });
});
