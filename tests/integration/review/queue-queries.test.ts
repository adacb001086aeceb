import { beforeEach, describe, expect, test } from "vitest";
import { findStanding } from "@/lib/applications/queries";
import { parseQueueParams } from "@/lib/applications/review/queue-filter";
import {
  applicationsPerPage,
  countQueue,
  findLongestWaiting,
  findNeighbours,
  listQueue,
} from "@/lib/applications/review/queue-queries";
import { declineApplication, requestChanges } from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { retryMail } from "@/lib/mail/commands";
import type { Prisma } from "@/prisma/generated/client";
import type { ApplicationState } from "@/prisma/generated/enums";
import { placeIds } from "@/tests/support/database/places";
import {
  submitUnconfirmed,
  submissionKeyOf,
  submitNumbered,
  openReview,
  tickEvidence,
  readerOf,
  resetWithReviewer,
  correctAnswers,
} from "@/tests/support/applications/review";

const { ghent, antwerp, tokyo, cairo, beirut, kyiv } = placeIds;
const day = (number: number) => new Date(Date.UTC(2026, 10, number, 9));

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer();
});

const reader = () => readerOf(staffId);
const review = (id: string) => openReview(id, staffId);
const update = (id: string, data: Prisma.ApplicationUncheckedUpdateInput) =>
  prisma.application.update({ where: { id }, data });
const decline = async (id: string) =>
  declineApplication(await review(id), { reason: "other", message: "Not now." });

const correct = (id: string) => correctAnswers(id, { contactRole: "Adviser" });

describe("the queue", () => {
  const filter = (params: Record<string, string> = {}) => parseQueueParams(params);
  const found = async (q: string) =>
    (await listQueue(filter({ q }), reader())).map(({ city }) => city.name);

  test("is searched by any name of the city, the reference, and who handed it in", async () => {
    const id = await submitNumbered(1);
    await submitNumbered(2, tokyo);
    await update(id, { reference: "CC-7K3M-Q9TD", contactName: "Ottilie of the Quay" });
    for (const typed of [
      "Ghent",
      "gHENT",
      "hen",
      "Gand",
      "gent",
      "CC-7K3M-Q9TD",
      "cc 7k3m q9td",
      "7K3MQ9TD",
      "7k3m",
      " ottilie ",
      "of the quay",
      "OFFICER1@",
    ])
      expect(await found(typed), typed).toEqual(["Ghent"]);
    expect([await found("Atlantis"), await found("and"), await found("CC-7K3M-Q9TE")]).toEqual([
      [],
      [],
      [],
    ]);
    expect((await found("officer")).sort()).toEqual(["Ghent", "Tokyo"]);
    expect((await found("  ")).sort()).toEqual(["Ghent", "Tokyo"]);
  });

  test("counts the states of what is searched for", async () => {
    await submitNumbered(1);
    await submitUnconfirmed({ submissionKey: submissionKeyOf(2), cityId: antwerp });
    await decline(await submitNumbered(3, tokyo));
    const none = {
      unconfirmed: 0,
      submitted: 0,
      changes_requested: 0,
      approved: 0,
      declined: 0,
      withdrawn: 0,
    };
    expect((await countQueue("", reader())).states).toEqual({
      ...none,
      unconfirmed: 1,
      submitted: 1,
      declined: 1,
    });
    expect((await countQueue("Tokyo", reader())).states).toEqual({ ...none, declined: 1 });
  });

  /** Applications of three cities whose dates all lead to another order. */
  async function threeIn(state: ApplicationState): Promise<void> {
    const dates = { [ghent]: [1, 2, 3], [antwerp]: [2, 3, 1], [tokyo]: [3, 1, 2] } as const;
    for (const [index, [cityId, [submittedOn, confirmedOn, closedOn]]] of Object.entries(
      dates,
    ).entries()) {
      await update(await submitNumbered(index, Number(cityId)), {
        state,
        submittedAt: day(submittedOn),
        confirmedAt: day(confirmedOn),
        closedAt: day(closedOn),
      });
    }
  }

  test.each<[ApplicationState, string[]]>([
    ["submitted", ["Tokyo", "Ghent", "Antwerp"]],
    ["changes_requested", ["Tokyo", "Ghent", "Antwerp"]],
    ["approved", ["Ghent", "Tokyo", "Antwerp"]],
    ["declined", ["Ghent", "Tokyo", "Antwerp"]],
    ["withdrawn", ["Ghent", "Tokyo", "Antwerp"]],
    ["unconfirmed", ["Tokyo", "Antwerp", "Ghent"]],
  ])("shows what is %s in its order, with the neighbours in the same", async (state, order) => {
    await threeIn(state);
    await decline(await submitNumbered(9, kyiv));
    await prisma.application.updateMany({
      where: { cityId: kyiv },
      data: { closedAt: null, state: state === "approved" ? "submitted" : "approved" },
    });
    const rows = await listQueue(filter({ state }), reader());
    expect(rows.map(({ city }) => city.name)).toEqual(order);
    const neighbours = await findNeighbours(rows[1]!, filter({ state }), reader());
    expect([neighbours.previous?.city.name, neighbours.next?.city.name]).toEqual([
      order[0],
      order[2],
    ]);
  });

  test("shows all together by when they were submitted, the newest first", async () => {
    await threeIn("submitted");
    expect(
      (await listQueue(filter({ state: "all" }), reader())).map(({ city }) => city.name),
    ).toEqual(["Tokyo", "Antwerp", "Ghent"]);
  });

  test("has no neighbours of what has no place in it", async () => {
    const id = await submitUnconfirmed();
    await submitNumbered(2, antwerp);
    expect(
      await findNeighbours(
        await prisma.application.findUniqueOrThrow({ where: { id } }),
        filter(),
        reader(),
      ),
    ).toEqual({});
  });

  test("says how much evidence was seen, and who decided, by name where there is one", async () => {
    const id = await submitNumbered(1);
    await tickEvidence(await review(id), "official_contact");
    expect(await listQueue(filter(), reader())).toMatchObject([
      {
        evidenceCount: 1,
        decidedBy: null,
        city: { name: "Ghent", place: { countryCode: "BE", regionName: "Flanders" } },
      },
    ]);
    await decline(id);
    expect(await listQueue(filter({ state: "declined" }), reader())).toMatchObject([
      { decidedBy: "reviewer@example.org" },
    ]);
    await prisma.user.updateMany({ data: { name: "The Reviewer" } });
    expect(await listQueue(filter({ state: "declined" }), reader())).toMatchObject([
      { decidedBy: "The Reviewer" },
    ]);
  });

  test("marks what the applicant changed since staff last did something", async () => {
    const isChanged = async () =>
      (await listQueue(filter(), reader())).map(({ isChangedSinceReview }) => isChangedSinceReview);
    const id = await submitNumbered(1);
    await correct(id);
    // Nobody of the staff has seen it: all of it is new.
    expect(await isChanged()).toEqual([false]);

    await requestChanges(await review(id), { message: "When was it?" });
    await correct(id);
    expect(await isChanged()).toEqual([true]);
    await prisma.mail.updateMany({ data: { failedAt: new Date() } });
    await retryMail(
      (await prisma.mail.findFirstOrThrow({ where: { applicationId: id } })).id,
      staffId,
    );
    expect(await isChanged()).toEqual([true]);
    await tickEvidence(await review(id), "official_contact");
    expect(await isChanged()).toEqual([false]);
  });

  test("does not mark one for what happened to another", async () => {
    const id = await submitNumbered(1);
    await tickEvidence(await review(id), "official_contact");
    const other = await submitNumbered(2, antwerp);
    await requestChanges(await review(other), { message: "When was it?" });
    await correct(other);
    expect(
      (await listQueue(filter(), reader())).map(({ city, isChangedSinceReview }) => [
        city.name,
        isChangedSinceReview,
      ]),
    ).toEqual([
      ["Ghent", false],
      ["Antwerp", true],
    ]);
  });

  test("has fifty on a page", async () => {
    const row = await prisma.application.findUniqueOrThrow({
      where: { id: await submitNumbered(1) },
      omit: { id: true, reference: true, submissionKey: true, openForCityId: true },
    });
    await prisma.application.createMany({
      data: Array.from({ length: 51 }, (_, index) => ({
        ...row,
        reference: `CC-${index}`,
        submissionKey: submissionKeyOf(100 + index),
      })),
    });
    expect(applicationsPerPage).toBe(50);
    const [first, second] = [
      await listQueue(filter(), reader()),
      await listQueue(filter({ page: "2" }), reader()),
    ];
    expect([
      first.length,
      second.length,
      new Set([...first, ...second].map(({ id }) => id)).size,
    ]).toEqual([50, 2, 52]);
  });

  test("leads to what has waited longest, but for the one at hand", async () => {
    await threeIn("submitted");
    const longest = await findLongestWaiting(submissionKeyOf(0));
    expect(longest?.city.name).toBe("Tokyo");
    expect((await findLongestWaiting(longest!.id))?.city.name).toBe("Ghent");
    await update(await submitNumbered(4, beirut), { confirmedAt: day(1) });
    await prisma.application.updateMany({
      where: { cityId: beirut },
      data: { state: "changes_requested" },
    });
    expect((await findLongestWaiting(longest!.id))?.city.name).toBe("Ghent");
    expect(await findStanding(cairo)).toBe("free");
  });
});
