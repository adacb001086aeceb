// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addFile, removeFile } from "@/app/[locale]/applications/[token]/mandate-files/actions";
import { withdrawApplication } from "@/lib/applications/commands";
import {
  addMandateFile,
  forgetLeftFiles,
  removeMandateFile,
} from "@/lib/applications/files/commands";
import { mayAddFiles } from "@/lib/applications/files/queries";
import { findApplicationByToken } from "@/lib/applications/queries";
import { enforceRetention } from "@/lib/applications/retention";
import { declineApplication } from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { after, dayMs, hourMs } from "@/lib/durations";
import { newToken } from "@/lib/tokens";
import { placeIds } from "@/tests/support/database/places";
import {
  submitUnconfirmed,
  submitConfirmed,
  openReview,
  statusToken,
  resetWithReviewer,
} from "@/tests/support/applications/review";
import { resolution } from "@/tests/support/applications/resolution";

let reviewer: string;
let ghent: string;
let token: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
  ghent = await submitConfirmed();
  token = await statusToken(ghent);
});

const add = (name = "Besluit.pdf", bytes = resolution) => addMandateFile(token, { name, bytes });
const filesOf = async () => (await findApplicationByToken(token))?.mandateFiles ?? [];

/** Posts as the page does. @returns where the browser is sent */
async function post(
  action: (form: FormData) => Promise<void>,
  fields: Record<string, string | File>,
): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ locale: "en", token, ...fields }))
    form.set(name, value);
  const answer = await new TestBrowser().request(() => action(form));
  return answer?.redirectedTo.split("?")[1] ?? "";
}

describe("the page of a confirmed application", () => {
  test("takes a PDF, names it, and takes it away again", async () => {
    const file = new File([resolution], "Besluit <b>2026</b>.pdf", { type: "text/html" });
    expect(await post(addFile, { file })).toBe("done=added");
    const [added] = await filesOf();
    expect(added).toMatchObject({ name: "Besluit <b>2026</b>.pdf", format: "pdf" });
    expect(await post(removeFile, { fileId: added?.id ?? "" })).toBe("done=removed");
    expect(await filesOf()).toEqual([]);
    const events = await prisma.event.findMany({
      where: {
        applicationId: ghent,
        kind: { in: ["application_file_added", "application_file_removed"] },
      },
      orderBy: { id: "asc" },
      select: { kind: true, actor: true, detail: true },
    });
    const detail = { fields: ["mandateFiles"] };
    expect(events).toEqual([
      { kind: "application_file_added", actor: "applicant", detail },
      { kind: "application_file_removed", actor: "applicant", detail },
    ]);
  });

  test("says what is wrong with a file", async () => {
    const page = new File(["<html><script>alert(1)</script>"], "Besluit.pdf", {
      type: "application/pdf",
    });
    expect(await post(addFile, { file: page })).toBe("problem=unknownFormat");
    expect(await post(addFile, { file: new File([], "") })).toBe("problem=missing");
    expect(await post(addFile, { file: "Besluit.pdf" })).toBe("problem=missing");
    expect(await filesOf()).toEqual([]);
  });

  test("takes five files of ten megabytes, and twenty in a day", async () => {
    const results: string[] = [];
    const addOne = async () => {
      const added = await add();
      results.push(added.ok ? "added" : added.reason);
    };
    for (let round = 0; round < 6; round += 1) await addOne();
    expect(results).toEqual([...Array<string>(5).fill("added"), "tooMany"]);
    expect(await add("Besluit.pdf", Buffer.alloc(10_000_001))).toMatchObject({ ok: false });
    for (let count = 5; count < 20; count += 1) {
      await post(removeFile, { fileId: (await filesOf())[0]?.id ?? "" });
      await addOne();
    }
    await post(removeFile, { fileId: (await filesOf())[0]?.id ?? "" });
    expect(await add()).toEqual({ ok: false, reason: "tooManyToday" });
  });

  test("takes five of six that arrive at once", async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => add()));
    expect(results.filter(({ ok }) => ok)).toHaveLength(5);
    expect(await filesOf()).toHaveLength(5);
  });

  test("removes no file of another application", async () => {
    await add();
    const antwerp = await submitConfirmed({
      submissionKey: "00000000-0000-4000-8000-000000000002",
      cityId: placeIds.antwerp,
      contactEmail: "clerk@antwerp.example",
    });
    const fileId = (await filesOf())[0]?.id ?? "";
    expect(await post(removeFile, { token: await statusToken(antwerp), fileId })).toBe(
      "done=removed",
    );
    expect(await filesOf()).toHaveLength(1);
  });
});

describe("of two applications with files", () => {
  let antwerp: string;
  beforeEach(async () => {
    await submitConfirmed({
      submissionKey: "00000000-0000-4000-8000-000000000002",
      cityId: placeIds.antwerp,
      contactEmail: "clerk@antwerp.example",
    });
    antwerp = await statusToken(
      (await prisma.application.findFirstOrThrow({ where: { cityId: placeIds.antwerp } })).id,
    );
    for (let count = 0; count < 5; count++)
      await addMandateFile(antwerp, { name: `${count}.pdf`, bytes: resolution });
  });

  const filesOfAntwerp = async () =>
    ((await findApplicationByToken(antwerp))?.mandateFiles ?? []).map(({ name }) => name);

  test("each has its own five, and its own twenty of a day", async () => {
    for (let count = 0; count < 5; count++) expect(await add()).toEqual({ ok: true });
    expect(await add()).toEqual({ ok: false, reason: "tooMany" });
    await prisma.event.createMany({
      data: Array.from({ length: 20 }, () => ({
        ...({ kind: "application_file_added", actor: "applicant", applicationId: ghent } as const),
        cityId: placeIds.ghent,
      })),
    });
    const [first] = (await findApplicationByToken(antwerp))?.mandateFiles ?? [];
    await removeMandateFile(antwerp, first?.id ?? "");
    expect(await addMandateFile(antwerp, { name: "6.pdf", bytes: resolution })).toEqual({
      ok: true,
    });
    expect(await filesOfAntwerp()).toEqual(["1.pdf", "2.pdf", "3.pdf", "4.pdf", "6.pdf"]);
  });

  test("one that is taken away twice is noted once, and the others stay", async () => {
    const second = (await findApplicationByToken(antwerp))?.mandateFiles[1];
    const removals = [1, 2].map(() => removeMandateFile(antwerp, second?.id ?? ""));
    expect(await Promise.all(removals)).toEqual([{ ok: true }, { ok: true }]);
    expect(await filesOfAntwerp()).toEqual(["0.pdf", "2.pdf", "3.pdf", "4.pdf"]);
    expect(await prisma.event.count({ where: { kind: "application_file_removed" } })).toBe(1);
  });

  test("one that is withdrawn takes its own along", async () => {
    await add();
    await withdrawApplication(token);
    expect(await filesOfAntwerp()).toHaveLength(5);
    expect(await prisma.mandateFile.count()).toBe(5);
  });
});

test("with a made-up link nothing is added or taken away, and after a decision nothing either", async () => {
  const unknown = { ok: false, reason: "unknown" };
  await add();
  const { id } = (await filesOf())[0] ?? { id: "" };
  expect(await addMandateFile(newToken(), { name: "a.pdf", bytes: resolution })).toEqual(unknown);
  expect(await removeMandateFile(newToken(), id)).toEqual(unknown);
  await prisma.application.update({ where: { id: ghent }, data: { state: "declined" } });
  expect(await removeMandateFile(token, id)).toEqual({ ok: false, reason: "closed" });
  expect(await filesOf()).toHaveLength(1);
});

test("a name is cut after a hundred characters, and is none where nothing of it can be shown", async () => {
  await add(`${"a".repeat(120)}.pdf`);
  await add(`a${"\u0301".repeat(70)}.pdf`);
  expect((await filesOf()).map(({ name }) => name)).toEqual(["a".repeat(100), ""]);
});

test("files are for who has confirmed the address, until there is a decision", async () => {
  const antwerp = await submitUnconfirmed({
    submissionKey: "00000000-0000-4000-8000-000000000002",
    cityId: placeIds.antwerp,
    contactEmail: "clerk@antwerp.example",
  });
  const unconfirmed = await statusToken(antwerp);
  expect(await mayAddFiles(unconfirmed)).toBe(false);
  expect(await addMandateFile(unconfirmed, { name: "a.pdf", bytes: resolution })).toEqual({
    ok: false,
    reason: "closed",
  });
  expect(await mayAddFiles(newToken())).toBe(false);
  expect(await mayAddFiles(token)).toBe(true);
  await declineApplication(await openReview(ghent, reviewer), {
    reason: "other",
    message: "Not now.",
  });
  expect(await mayAddFiles(token)).toBe(false);
  expect(await add()).toEqual({ ok: false, reason: "closed" });
});

describe("files go", () => {
  let uploads: string;
  beforeEach(async () => {
    uploads = await mkdtemp(join(tmpdir(), "uploads-"));
    vi.stubEnv("UPLOADS_DIR", uploads);
  });
  afterEach(async () => {
    vi.stubEnv("UPLOADS_DIR", "");
    await rm(uploads, { recursive: true });
  });

  test("from the directory too, where there is one, when one is removed or all are withdrawn", async () => {
    const picture = await sharp({
      create: { width: 9, height: 9, channels: 3, background: "red" },
    })
      .png()
      .toBuffer();
    await add();
    await add("scan.png", picture);
    const [first, second] = await filesOf();
    expect((await readdir(uploads)).sort()).toEqual([first?.id, second?.id].sort());
    expect(await prisma.mandateFile.count({ where: { bytes: null } })).toBe(2);
    await post(removeFile, { fileId: first?.id ?? "" });
    expect(await readdir(uploads)).toEqual([second?.id]);
    // What is refused in the end has left no bytes behind.
    for (let count = 0; count < 3; count++) await add();
    const atOnce = await Promise.all([add(), add(), add()]);
    expect(atOnce.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readdir(uploads)).toHaveLength(5);
    await withdrawApplication(token);
    expect(await readdir(uploads)).toEqual([]);
    expect(await prisma.mandateFile.count()).toBe(0);
  });

  test("with the contact's data, and what a process that died has left after an hour", async () => {
    await add();
    const { id } = (await filesOf())[0] ?? { id: "" };
    await declineApplication(await openReview(ghent, reviewer), {
      reason: "other",
      message: "Not now.",
    });
    const left = "00000000-0000-4000-8000-00000000000f";
    await writeFile(join(uploads, left), "left");
    await writeFile(join(uploads, "notes.txt"), "of the operator");
    const now = new Date();
    for (const name of [left, "notes.txt", id])
      await utimes(join(uploads, name), after(now, -2 * hourMs), after(now, -2 * hourMs));
    expect(await forgetLeftFiles(now)).toBe(1);
    expect(await enforceRetention(now)).toMatchObject({ erased: 0 });
    expect((await readdir(uploads)).sort()).toEqual([id, "notes.txt"].sort());
    await enforceRetention(after(now, 181 * dayMs));
    expect(await readdir(uploads)).toEqual(["notes.txt"]);
    expect(await prisma.mandateFile.count()).toBe(0);
  });
});
