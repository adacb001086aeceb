import { beforeEach, describe, expect, test } from "vitest";
import { listActions } from "@/lib/actions/queries";
import { withdrawApplication } from "@/lib/applications/commands";
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { countSignatories, listSignatories } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  statusToken,
  tickAllEvidence,
  tickEvidence,
  untickEvidence,
  resetWithReviewer,
  correctAnswers,
} from "@/tests/support/applications/review";

const key = "00000000-0000-4000-8000-000000000001";
const otherKey = "00000000-0000-4000-8000-000000000002";
const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message: null };

let reviewer: string;
let ghent: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
  ghent = await submitConfirmed({ submissionKey: key });
});

const review = () => openReview(ghent, reviewer);
const readyReview = async () => {
  await tickAllEvidence(await review());
  return review();
};
const applicationOfGhent = () => prisma.application.findUniqueOrThrow({ where: { id: ghent } });
const lastMail = () => prisma.mail.findFirstOrThrow({ orderBy: { id: "desc" } });
const eventsAfterConfirmation = async () => {
  const events = await prisma.event.findMany({
    where: { applicationId: ghent },
    orderBy: { id: "asc" },
  });
  return events
    .map(({ kind }) => kind)
    .filter(
      (kind) =>
        !["application_submitted", "application_confirmed", "application_evidence_ticked"].includes(
          kind,
        ),
    );
};

describe("evidence", () => {
  test("is ticked once, by name, and can be taken back; each is an event", async () => {
    const other = await hireReviewer("second.reviewer@example.org");
    await tickEvidence(await review(), "mandate_seen");
    await tickEvidence({ ...(await review()), staffId: other }, "mandate_seen");
    expect(await prisma.evidenceTick.findMany()).toMatchObject([
      { criterion: "mandate_seen", staffId: reviewer },
    ]);

    await untickEvidence({ ...(await review()), staffId: other }, "mandate_seen");
    await untickEvidence(await review(), "mandate_seen");
    expect(await prisma.evidenceTick.count()).toBe(0);
    const events = await prisma.event.findMany({
      where: { actor: "staff" },
      orderBy: { id: "asc" },
    });
    expect(events).toMatchObject([
      {
        kind: "application_evidence_ticked",
        staffId: reviewer,
        detail: { criterion: "mandate_seen" },
      },
      {
        kind: "application_evidence_unticked",
        staffId: other,
        detail: { criterion: "mandate_seen" },
      },
    ]);
  });

  test("is not ticked on an application that was corrected meanwhile", async () => {
    const seen = await review();
    await correctAnswers(ghent, { mandateBody: "College of the mayor" });
    expect(await tickEvidence(seen, "mandate_seen")).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
    expect(await prisma.evidenceTick.count()).toBe(0);
  });
});

describe("an approval", () => {
  test("puts Ghent on the public list and tells the applicant, all at once", async () => {
    expect(
      await approveApplication(await readyReview(), {
        ...approval,
        name: "Gent",
        message: "Welcome.",
      }),
    ).toEqual({ ok: true });

    expect(await applicationOfGhent()).toMatchObject({
      state: "approved",
      openForCityId: null,
      closedAt: expect.any(Date) as Date,
    });
    expect(await listSignatories()).toMatchObject([
      { name: "Gent", signedOn: new Date("2026-11-20"), isFounder: false },
    ]);
    expect(await listActions(defaultLocale, { city: "ghent" })).toHaveLength(7);
    expect(await prisma.decision.findMany()).toMatchObject([
      { kind: "approval", inForceForId: ghent, staffId: reviewer, message: "Welcome." },
    ]);
    expect(await eventsAfterConfirmation()).toEqual([
      "application_approved",
      "signatory_added",
      "member_contact_added",
    ]);
    const mail = await lastMail();
    expect(mail).toMatchObject({
      kind: "application_approved",
      recipient: "digital.officer@stad.example",
    });
    expect(mail.text).toContain("/en/cities/ghent");
    expect(mail.text).toContain("Welcome.");
  });

  test("needs every piece of evidence, and leaves no trace without", async () => {
    await tickEvidence(await review(), "official_contact");
    const mails = await prisma.mail.count();

    expect(await approveApplication(await review(), approval)).toEqual({
      ok: false,
      reason: "evidenceMissing",
      missing: ["mandate_seen", "one_action_per_area"],
    });
    expect(await applicationOfGhent()).toMatchObject({ state: "submitted", version: 2 });
    expect(await countSignatories()).toBe(0);
    expect(await prisma.decision.count()).toBe(0);
    expect(await prisma.mail.count()).toBe(mails);
  });

  test("is refused when the applicant corrected the application meanwhile", async () => {
    const seen = await readyReview();
    await correctAnswers(ghent, { mandateBody: "College of the mayor" });
    expect(await approveApplication(seen, approval)).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
    expect(await approveApplication(await review(), approval)).toEqual({
      ok: false,
      reason: "evidenceMissing",
      missing: ["mandate_seen"],
    });
  });

  test("is refused when the applicant withdrew", async () => {
    const seen = await readyReview();
    await withdrawApplication(await statusToken(ghent));
    expect(await approveApplication(seen, approval)).toEqual({ ok: false, reason: "withdrawn" });
    expect(await countSignatories()).toBe(0);
  });

  test("is refused for a city that came onto the list by another way", async () => {
    await prisma.signatory.create({
      data: {
        cityId: placeIds.ghent,
        signedOn: new Date("2026-01-01"),
        declarationVersion: "2018",
      },
    });
    expect(await approveApplication(await readyReview(), approval)).toEqual({
      ok: false,
      reason: "alreadySignatory",
    });
    expect((await applicationOfGhent()).state).toBe("submitted");
  });

  test("comes too late after another reviewer's, and says who decided what and when", async () => {
    const seen = await readyReview();
    await declineApplication(
      { ...seen, staffId: await hireReviewer("second.reviewer@example.org") },
      { reason: "no_mandate", message: "No decision." },
    );
    expect(await approveApplication(seen, approval)).toEqual({
      ok: false,
      reason: "decided",
      kind: "decline",
      decidedBy: "second.reviewer@example.org",
      decidedAt: expect.any(Date) as Date,
    });
  });
});

describe("a request for changes", () => {
  test("goes to the applicant word by word; the answer supersedes it and the application waits again", async () => {
    expect(
      await requestChanges(await review(), {
        message: "Which council meeting was it?\nAnd on what day?",
      }),
    ).toEqual({ ok: true });
    expect(await applicationOfGhent()).toMatchObject({
      state: "changes_requested",
      openForCityId: placeIds.ghent,
    });
    expect((await lastMail()).text).toContain("Which council meeting was it?");

    await correctAnswers(ghent, { mandateBody: "City council, meeting of October" });
    expect(await applicationOfGhent()).toMatchObject({ state: "submitted" });
    expect(await prisma.decision.findMany()).toMatchObject([
      { kind: "change_request", inForceForId: null },
    ]);
    expect(await approveApplication(await readyReview(), approval)).toEqual({ ok: true });
    expect(await eventsAfterConfirmation()).toEqual([
      "application_changes_requested",
      "application_answered",
      "application_approved",
      "signatory_added",
      "member_contact_added",
    ]);
  });

  test("that nobody answers can end in a decline, which takes its place", async () => {
    await requestChanges(await review(), { message: "Which council meeting was it?" });
    expect(await approveApplication(await readyReview(), approval)).toMatchObject({
      ok: false,
      reason: "decided",
      kind: "change_request",
    });
    expect(
      await declineApplication(await review(), {
        reason: "cannot_verify",
        message: "We heard nothing.",
      }),
    ).toEqual({ ok: true });
    expect(await prisma.decision.findMany({ where: { inForceForId: ghent } })).toMatchObject([
      { kind: "decline", reason: "cannot_verify" },
    ]);
  });
});

describe("a decline", () => {
  test("gives the reason and frees the city for another application", async () => {
    expect(
      await declineApplication(await review(), {
        reason: "not_a_city_government",
        message: "You write for a company.",
      }),
    ).toEqual({ ok: true });
    expect(await applicationOfGhent()).toMatchObject({ state: "declined", openForCityId: null });
    const { text } = await lastMail();
    expect(text).toContain("You write for a company.");
    expect(text).toContain("does not come from the government");
    await submitConfirmed({ submissionKey: otherKey, contactEmail: "clerk@stad.example" });
  });
});
