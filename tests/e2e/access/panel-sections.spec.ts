import type { Page } from "@playwright/test";
import { addContact } from "@/lib/cities/contacts/commands";
import { claimApplication } from "@/lib/applications/claims/claim-commands";
import { declineApplication } from "@/lib/applications/review/review-commands";
import { createStandardText } from "@/lib/applications/standard-texts/commands";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { defaultSettings } from "@/lib/settings/schema";
import { audit } from "@/tests/e2e/access/audit";
import { installAxe, runAxe } from "@/tests/e2e/access/axe";
import { expectErrorSummary } from "@/tests/e2e/access/error-summary";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { successOf } from "@/tests/support/result";
import { openReview, submitConfirmed } from "@/tests/support/applications/review";

// The sections of the panel that nobody else's test looks at, each with something in it: in every
// way that they are read, with their questions and errors open.

test.slow();

// By their GeoNames ids: Bristol, Leeds, Porto and Barcelona, a member.
const [bristol, leeds, porto, barcelona] = [2654675, 2644688, 2735943, 3128760];

const landmarks = ["banner", "main"];

async function hireToLook(page: Page, who: string): Promise<string> {
  const email = await hire(who, "administrator");
  await signIn(page, email);
  return (await prisma.user.findUniqueOrThrow({ where: { email } })).id;
}

const look = async (page: Page, name: string, walks = false): Promise<string[]> =>
  (await audit(page, { landmarks, walks })).map((finding) => `${name}: ${finding}`);

/** The pages at some addresses; the first is gone through by keyboard too. */
async function lookAt(page: Page, paths: readonly string[]): Promise<string[]> {
  const findings: string[] = [];
  for (const [index, path] of paths.entries()) {
    await page.goto(path);
    findings.push(...(await look(page, path, index === 0)));
  }
  return findings;
}

/** A form that was sent without what it needs. */
async function lookAtErrors(page: Page, button: string): Promise<string[]> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expectErrorSummary(page);
  return look(page, `${new URL(page.url()).pathname} with errors`);
}

const submit = (cityId: number, name: string) =>
  submitConfirmed({
    ...{ submissionKey: crypto.randomUUID(), cityId },
    contactEmail: `officer@${name}.example`,
  });

test("equal access: the overview, several applications at once, second looks, and the keys @scripts", async ({
  page,
}) => {
  const staffId = await hireToLook(page, "looks.at.several");
  const waiting = await submit(bristol, "bristol");
  await claimApplication(
    { applicationId: waiting, staffId, seenHolderId: null },
    { now: new Date(), settings: defaultSettings },
  );
  const declined = await submit(leeds, "leeds");
  await declineApplication(await openReview(declined, staffId), {
    reason: "no_mandate",
    message: "There is no resolution.",
  });
  const { id: decisionId } = await prisma.decision.findFirstOrThrow({
    where: { applicationId: declined },
  });
  await prisma.decisionSample.upsert({
    where: { decisionId },
    create: { decisionId, applicationId: declined },
    update: {},
  });
  const findings = await lookAt(page, [
    "/admin/overview",
    "/admin/applications/several",
    `/admin/applications/several?what=assign&choose=${waiting}&to=${staffId}`,
    "/admin/second-look?view=samples",
    "/admin?view=mine",
  ]);
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  // What lies below the sheet cannot be reached, so only the sheet is looked at.
  await installAxe(page);
  findings.push(...(await runAxe(page)).map((finding) => `the keys: ${finding}`));
  expect(findings).toEqual([]);
});

test("equal access: what editors publish, and the line above all pages @scripts", async ({
  page,
}) => {
  const staffId = await hireToLook(page, "looks.at.publishing");
  const { id: publicationId } = await prisma.publication.create({
    data: { kind: "event", slug: "an-event-that-is-looked-at" },
  });
  const texts = { title: "A meeting", description: "Cities meet.", body: "## When\n\n- Soon" };
  for (const number of [1, 2]) {
    const { id: latestId } = await prisma.publicationVersion.create({
      data: {
        ...{ publicationId, locale: defaultLocale, number, staffId },
        day: new Date("2026-12-03"),
        ...texts,
        body: `${texts.body}, ${number}`,
      },
    });
    await prisma.publicationText.upsert({
      where: { publicationId_locale: { publicationId, locale: defaultLocale } },
      create: { publicationId, locale: defaultLocale, latestId },
      update: { latestId },
    });
  }
  await prisma.announcement.create({
    data: {
      ...{ locale: defaultLocale, text: "The deadline is near.", staffId },
      ...{ from: new Date("2099-01-01"), until: new Date("2099-01-02") },
    },
  });
  const findings = await lookAt(page, [
    "/admin/publishing",
    `/admin/publishing/${publicationId}?compare=2`,
    "/admin/publishing/announcements",
  ]);
  findings.push(...(await lookAtErrors(page, "Announce")));
  await page.goto("/admin/publishing/new?kind=press_release");
  findings.push(...(await lookAtErrors(page, "Save the draft")));
  expect(findings).toEqual([]);
});

test("equal access: the contacts, page and proposals of a member @scripts", async ({ page }) => {
  const staffId = await hireToLook(page, "looks.at.a.member");
  const contact = { kind: "general", name: "Ada", role: "Officer", locale: defaultLocale } as const;
  successOf(
    await addContact({
      ...{ cityId: barcelona, staffId },
      answers: { ...contact, email: "ada@barcelona.example" },
    }),
  );
  const { id: contactId } = await prisma.memberContact.findFirstOrThrow({
    where: { cityId: barcelona },
  });
  const { id: proposal } = await prisma.pageProposal.create({
    data: {
      ...{ cityId: barcelona, contactId },
      changes: [{ kind: "summary", text: "Barcelona asks its residents first." }],
    },
  });
  const member = `/admin/members/${barcelona}`;
  const findings = await lookAt(page, [
    `${member}/contacts`,
    `${member}/public-page`,
    "/admin/members/proposals",
    `/admin/members/proposals/${proposal}`,
  ]);
  await page.getByRole("checkbox", { name: /Accept/ }).uncheck();
  findings.push(...(await lookAtErrors(page, "Decide")));
  await page.goto(`${member}/contacts`);
  findings.push(...(await lookAtErrors(page, "Add the contact")));
  await page.getByRole("link", { name: "Change Ada" }).click();
  await page.getByLabel("Name").fill("");
  findings.push(...(await lookAtErrors(page, "Save the contact")));
  expect(findings).toEqual([]);
});

test("equal access: texts, settings, exports, the log and how the site does @scripts", async ({
  page,
}) => {
  const staffId = await hireToLook(page, "looks.at.settings");
  const { id: text } = successOf(
    await createStandardText(
      {
        ...{ kind: "decline", reason: null, locale: defaultLocale },
        ...{ title: "No resolution", body: "There is no resolution." },
      },
      staffId,
    ),
  );
  await submit(porto, "porto");
  const findings = await lookAt(page, [
    "/admin/settings",
    "/admin/texts",
    `/admin/texts/${text}`,
    "/admin/exports",
    "/admin/log",
    "/admin/log/openings",
    "/admin/operations",
  ]);
  await page.goto("/admin/settings");
  await page.getByLabel("Target number of cities").fill("none");
  findings.push(...(await lookAtErrors(page, "Save the settings")));
  expect(findings).toEqual([]);
});
