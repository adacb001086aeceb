import { beforeEach, expect, test } from "vitest";
import { withdrawApplication } from "@/lib/applications/commands";
import { writeNote } from "@/lib/applications/review/note-commands";
import { countQueue } from "@/lib/applications/review/queue-queries";
import { findForReview } from "@/lib/applications/review/review-queries";
import { prisma } from "@/lib/db";
import { defaultSettings } from "@/lib/settings/schema";
import { placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  hireReviewer,
  readerOf,
  statusToken,
  resetWithReviewer,
} from "@/tests/support/applications/review";

const text = "The clerk’s extension on the quay is 4711";

let ada: string;
let grace: string;
let ghent: string;

beforeEach(async () => {
  ada = await resetWithReviewer("ada@example.org");
  grace = await hireReviewer("grace@example.org");
  ghent = await submitConfirmed();
});

const write = (words = text, tellIds: string[] = []) =>
  writeNote({ applicationId: ghent, staffId: ada, text: words, tellIds });
const notesOfGhent = async () =>
  (await findForReview(ghent, { now: new Date(), settings: defaultSettings }))!.notes;
const mentions = () => prisma.mail.findMany({ where: { kind: "staff_mention" } });

test("a note is there for staff, newest first, and whom it tells", async () => {
  await write("First");
  await write(text, [grace]);
  expect(await notesOfGhent()).toMatchObject([
    { text, writtenBy: "ada@example.org", told: ["grace@example.org"] },
    { text: "First", told: [] },
  ]);
});

test("an application takes two hundred notes and no more, and none is written for one that is not there", async () => {
  await prisma.applicationNote.createMany({
    data: Array.from({ length: 199 }, (_, number) => ({
      ...{ applicationId: ghent, staffId: ada, text: `Note ${number}` },
    })),
  });
  expect(await write()).toEqual({ ok: true });
  expect(await write()).toEqual({ ok: true });
  expect(await write("One more")).toEqual({ ok: false, reason: "tooMany" });
  expect(await prisma.applicationNote.count()).toBe(200);
  const nobodys = "00000000-0000-4000-8000-00000000ffff";
  expect(await writeNote({ applicationId: nobodys, staffId: ada, text, tellIds: [] })).toEqual({
    ok: false,
    reason: "unknown",
  });
  expect(
    await prisma.event.findMany({ where: { kind: "application_note_written" } }),
  ).toMatchObject([{ cityId: placeIds.ghent, applicationId: ghent, staffId: ada }]);
});

test("who is named gets an email with the way to the note, and without a word of it", async () => {
  await write(text, [grace]);
  const [mail, ...others] = await mentions();
  expect(others).toEqual([]);
  const { reference } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
  expect(mail).toMatchObject({
    recipient: "grace@example.org",
    subject: `A colleague names you in a note on ${reference}`,
  });
  expect(mail!.text).toContain(`/admin/applications/${ghent}#notes`);
  expect(`${mail!.text} ${mail!.html}`).not.toMatch(/4711|stad\.example|applicant’s/);
});

test("nobody is told who reviews nothing, is gone, or wrote it", async () => {
  const editor = await prisma.user.create({
    data: { email: "editor@example.org", role: "editor" },
  });
  await prisma.user.update({ where: { id: grace }, data: { removedAt: new Date() } });
  await write(text, [ada, grace, editor.id, "nobody"]);
  expect(await mentions()).toEqual([]);
  expect(await notesOfGhent()).toMatchObject([{ told: [] }]);
});

test("a note sent twice is one, with one event and one email, and the event has none of it", async () => {
  expect([await write(text, [grace]), await write(text, [grace])]).toEqual([
    { ok: true },
    { ok: true },
  ]);
  expect(await notesOfGhent()).toHaveLength(1);
  expect(await mentions()).toHaveLength(1);
  expect(
    await prisma.event.findMany({
      where: { kind: "application_note_written" },
      select: { staffId: true, detail: true },
    }),
  ).toEqual([{ staffId: ada, detail: {} }]);
});

test("the search of the queue finds an application by its notes", async () => {
  const found = async (words: string) => (await countQueue(words, readerOf(ada))).states.submitted;
  expect(await found("extension on the QUAY")).toBe(0);
  await write();
  expect(await found("extension on the QUAY")).toBe(1);
  expect(await found("100%")).toBe(0);
});

test("notes go when the applicant's data does, and none is written after", async () => {
  await write();
  await withdrawApplication(await statusToken(ghent));
  expect(await notesOfGhent()).toEqual([]);
  expect(await write()).toEqual({ ok: false, reason: "erased" });
});
