import { beforeEach, describe, expect, test } from "vitest";
import {
  confirmApplication,
  correctApplication,
  withdrawApplication,
} from "@/lib/applications/commands";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { overrideCheck } from "@/lib/applications/checks/check-commands";
import { writeNote } from "@/lib/applications/review/note-commands";
import { correctionSchema, nest } from "@/lib/applications/schema";
import { prisma } from "@/lib/db";
import { runDailyJob } from "@/lib/jobs/daily-run";
import { markDelivered } from "@/lib/mail/commands";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import {
  submitUnconfirmed,
  openReview,
  statusToken,
  tickAllEvidence,
  tickEvidence,
  resetWithReviewer,
} from "@/tests/support/applications/review";
import { tablesThatKnow } from "@/tests/support/database/traces";

// What the nightly job reads is written by the commands: so each state is reached by them, and then
// the person is looked for in every table.

const deputy = {
  contactName: "The Deputy Officer",
  contactRole: "Adviser on algorithms",
  contactDepartment: "Bureau of the Town Hall",
  mandateAuthorityName: "The Alderwoman",
};
const words = "Dear officer of the quay";
const { contactName, contactRole, contactDepartment, contactEmail, mandateAuthorityName } =
  answersOfGhent;
const person = [
  contactName,
  contactRole,
  contactDepartment,
  contactEmail,
  mandateAuthorityName,
  ...Object.values(deputy),
  words,
];

let application: string;
let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer();
  application = await submitUnconfirmed();
});

const review = () => openReview(application, staffId);
const token = () => statusToken(application);
const confirm = async () => confirmApplication(await token());
const withdraw = async () => withdrawApplication(await token());
const askForChanges = async () => requestChanges(await review(), { message: words });
const decline = async () => declineApplication(await review(), { reason: "other", message: words });
const noteWhereSeen = async () => tickEvidence(await review(), "mandate_seen", words);
const writeDown = () =>
  writeNote({ applicationId: application, staffId, text: words, tellIds: [] });
const overrideACheck = async () => overrideCheck(await review(), "free_mail", words);
const reopen = async () => reopenApplication(await review(), "decided_in_error");

async function correct(): Promise<void> {
  const { version } = await prisma.application.findFirstOrThrow({ select: { version: true } });
  await correctApplication(
    await token(),
    version,
    correctionSchema.parse(nest({ ...answersOfGhent, ...deputy })),
  );
}

async function approve(): Promise<void> {
  await tickAllEvidence(await review());
  await approveApplication(await review(), {
    name: "Ghent",
    signedOn: new Date("2026-11-20"),
    message: words,
  });
}

type Command = () => Promise<unknown>;

async function run(commands: readonly Command[]): Promise<void> {
  for (const command of commands) await command();
}

const daysLater = (days: number, from = Date.now()) => new Date(from + days * 86_400_000);

async function deliverAllMails(): Promise<void> {
  for (const { id } of await prisma.mail.findMany({ select: { id: true } }))
    await markDelivered(id, new Date());
}

/** The tables that know the person after the nightly job of that time. */
async function knownAfter(time: Date): Promise<string[]> {
  await runDailyJob(time);
  return tablesThatKnow(...person);
}

test("an application that is never confirmed is known of for seven days, and then nowhere", async () => {
  const submitted = await prisma.application.findFirstOrThrow({ select: { submittedAt: true } });
  const submittedAt = submitted.submittedAt.getTime();
  expect(await knownAfter(daysLater(6.9, submittedAt))).toEqual(["application", "mail"]);
  expect(await knownAfter(daysLater(7, submittedAt))).toEqual([]);
});

describe("what nobody has decided on yet", () => {
  test.each<[string, Command[], string[]]>([
    ["awaits review", [confirm], ["application"]],
    ["was corrected", [confirm, correct], ["application", "application_version"]],
    ["has a note of staff", [confirm, writeDown], ["application", "application_note"]],
    ["has a check overridden", [confirm, overrideACheck], ["application", "check_override"]],
    [
      "has a note of where its mandate was seen",
      [confirm, noteWhereSeen],
      ["application", "evidence_tick"],
    ],
    ["waits for an answer of the applicant", [confirm, askForChanges], ["application", "decision"]],
    ["was declined and is open again", [confirm, decline, reopen], ["application", "decision"]],
    ["was approved and is open again", [confirm, approve, reopen], ["application", "decision"]],
  ])(
    "keeps the person when it %s, however long, and the mails for ninety days",
    async (_, commands, tables) => {
      await run(commands);
      expect(await knownAfter(daysLater(89))).toEqual([...tables, "mail"].sort());
      expect(await knownAfter(daysLater(900))).toEqual(tables);
    },
  );
});

/** Of a member, for as long as it is one: see member-contacts.test.ts. */
const asContact = ["member_contact"];

describe("after the last decision the person is known for the days that the receipt says, and then only as a contact", () => {
  test.each<[string, Command[], number, string[]?]>([
    ["declined", [confirm, decline], 180],
    ["declined without an answer", [confirm, askForChanges, decline], 180],
    ["declined after a correction", [confirm, askForChanges, correct, decline], 180],
    ["declined a second time", [confirm, decline, reopen, decline], 180],
    ["declined with such a note", [confirm, noteWhereSeen, decline], 180],
    ["declined with all that staff write", [confirm, writeDown, overrideACheck, decline], 180],
    ["declined after it had been approved", [confirm, approve, reopen, decline], 180],
    ["approved", [confirm, approve], 730, asContact],
    ["approved after a correction", [confirm, askForChanges, correct, approve], 730, asContact],
    ["approved after it had been declined", [confirm, decline, reopen, approve], 730, asContact],
  ])("%s", async (_, commands, days, kept = []) => {
    await run(commands.slice(0, -1));
    const secondBefore = Date.now() - 1_000;
    await run(commands.slice(-1));
    expect(await knownAfter(daysLater(days, secondBefore))).toEqual(
      expect.arrayContaining(["application", "decision"]),
    );
    expect(await knownAfter(daysLater(days))).toEqual(kept);
    expect(
      await prisma.event.count({
        where: { applicationId: application, kind: "application_erased" },
      }),
    ).toBe(1);
  });
});

describe("whoever withdraws is known of at once only where the mails wait, and nowhere once they are delivered", () => {
  test.each<[string, Command[]]>([
    ["before the address is confirmed", []],
    ["while it awaits review", [confirm]],
    ["after a correction", [confirm, correct]],
    ["after a note of where its mandate was seen", [confirm, noteWhereSeen]],
    ["after all that staff write", [confirm, writeDown, overrideACheck]],
    ["while changes are asked for", [confirm, askForChanges]],
    ["after a decline that was taken back", [confirm, decline, reopen]],
    ["after an approval that was taken back", [confirm, approve, reopen]],
  ])("%s", async (_, commands) => {
    await run(commands);
    expect(await withdraw()).toEqual({ ok: true });
    expect(await tablesThatKnow(...person)).toEqual(["mail"]);
    await deliverAllMails();
    expect(await knownAfter(new Date())).toEqual([]);
  });

  test("and after ninety days where no mail could be delivered", async () => {
    await run([confirm, withdraw]);
    expect(await knownAfter(daysLater(89))).toEqual(["mail"]);
    expect(await knownAfter(daysLater(91))).toEqual([]);
  });
});

test("what the city does for digital rights stays, and its events name nobody", async () => {
  await run([confirm, askForChanges, correct, approve]);
  await runDailyJob(daysLater(730));
  expect(await tablesThatKnow("Every library lends laptops")).toEqual(["checklist_answer"]);
  expect(
    await prisma.event.findMany({
      where: { applicationId: application, actor: { not: "staff" } },
      orderBy: { id: "asc" },
      select: { kind: true, detail: true },
    }),
  ).toEqual([
    { kind: "application_submitted", detail: {} },
    { kind: "application_confirmed", detail: {} },
    {
      kind: "application_answered",
      detail: {
        fields: ["contactName", "contactRole", "contactDepartment", "mandateAuthorityName"],
      },
    },
    { kind: "application_erased", detail: {} },
  ]);
});
