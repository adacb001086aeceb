// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { signInAs } from "@/tests/support/staff/signed-in";
import { beforeEach, describe, expect, test } from "vitest";
import { GET as download } from "@/app/admin/applications/[id]/files/[file]/route";
import { addMandateFile } from "@/lib/applications/files/commands";
import { findApplicationByToken } from "@/lib/applications/queries";
import { approveApplication } from "@/lib/applications/review/review-commands";
import { listQueue } from "@/lib/applications/review/queue-queries";
import { parseQueueParams } from "@/lib/applications/review/queue-filter";
import { prisma } from "@/lib/db";
import {
  submitConfirmed,
  openReview,
  readerOf,
  statusToken,
  tickAllEvidence,
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

const add = (name = "Besluit.pdf") => addMandateFile(token, { name, bytes: resolution });

const filesOf = async () => (await findApplicationByToken(token))?.mandateFiles ?? [];

describe("a reviewer", () => {
  const get = async (id: string, file: string) => {
    const browser = await signInAs(reviewer);
    const params = Promise.resolve({ id, file });
    const answer = await browser.request(() =>
      download(new Request("http://localhost"), { params }),
    );
    if (!(answer instanceof Response)) throw new Error("The reviewer was sent away.");
    return answer;
  };

  test("downloads a file that no browser shows, and it is noted who did", async () => {
    await add("evil.html");
    const [file] = await filesOf();
    const answer = await get(ghent, file?.id ?? "");
    const { reference } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
    expect(Object.fromEntries(answer.headers)).toEqual({
      "cache-control": "no-store",
      "content-disposition": `attachment; filename="${reference}-1.pdf"`,
      "content-security-policy": "sandbox; default-src 'none'",
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(resolution)).toBe(true);
    expect(
      await prisma.opening.findMany({
        select: { thing: true, staffId: true, applicationId: true },
      }),
    ).toEqual([{ thing: "mandate_file", staffId: reviewer, applicationId: ghent }]);
  });

  test("finds no file under another application, or that is not there", async () => {
    await add();
    const fileId = (await filesOf())[0]?.id ?? "";
    const other = "00000000-0000-4000-8000-00000000000f";
    for (const [id, file] of [
      [other, fileId],
      [ghent, other],
      [ghent, "x"],
    ] as const)
      expect((await get(id, file)).status).toBe(404);
    expect(await prisma.opening.count()).toBe(0);
  });

  test("looks at the mandate again after a file was added, and decides on nothing unseen", async () => {
    const opened = await openReview(ghent, reviewer);
    await tickAllEvidence(opened);
    await add();
    const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message: null };
    expect(await approveApplication(opened, approval)).toMatchObject({
      reason: "changedMeanwhile",
    });
    expect(await approveApplication(await openReview(ghent, reviewer), approval)).toMatchObject({
      reason: "evidenceMissing",
      missing: ["mandate_seen"],
    });
    const [queued] = await listQueue(parseQueueParams({}), readerOf(reviewer));
    expect(queued).toMatchObject({ hasFile: true, isChangedSinceReview: true });
  });

  test("needs no note of where a mandate was seen that lies there as a file", async () => {
    await prisma.application.update({ where: { id: ghent }, data: { mandateUrl: null } });
    await add();
    await tickAllEvidence(await openReview(ghent, reviewer));
    const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message: null };
    expect(await approveApplication(await openReview(ghent, reviewer), approval)).toMatchObject({
      ok: true,
    });
  });
});
