import type { Page } from "@playwright/test";
import { prisma } from "@/lib/db";
import { audit, auditContent } from "@/tests/e2e/access/audit";
import { expectErrorSummary } from "@/tests/e2e/access/error-summary";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire, openSignInMail, signIn } from "@/tests/e2e/support/staff";
import { submitConfirmed } from "@/tests/support/applications/review";

// The staff panel, from the door to the list of staff, in every way that it is read.

test.slow();

// By their GeoNames ids.
const york = 2633352;
const amsterdam = 2759794;
const halle = 2796696;

const landmarks = ["banner", "main"];

/** The panel's page, and then what is its own in other lists of it: their words, and how they fit. */
async function auditLists(page: Page, path: string, queries: string[]): Promise<string[]> {
  const findings = await auditAt(page, path, landmarks);
  for (const query of queries) {
    await page.goto(`${path}?${query}`);
    const found = await auditContent(page, { landmarks });
    findings.push(...found.map((finding) => `${path}?${query}: ${finding}`));
  }
  return findings;
}

async function auditAt(page: Page, path: string, landmarks: string[]): Promise<string[]> {
  await page.goto(path);
  return (await audit(page, { landmarks })).map((finding) => `${path}: ${finding}`);
}

test("equal access: the way into the panel @scripts", async ({ page }) => {
  const link = new URL(await openSignInMail(page, await hire("looks.at.the.door")));
  const findings: string[] = [];
  for (const path of ["", "?sent=yes", "?problem=link", "?signed=out"])
    findings.push(...(await auditAt(page, `/admin/sign-in${path}`, ["main"])));
  findings.push(...(await auditAt(page, link.pathname + link.search, ["main"])));
  await page.goto("/admin/sign-in");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expectErrorSummary(page);
  findings.push(...(await audit(page, { landmarks: ["main"] })));
  expect(findings).toEqual([]);
});

test("equal access: the queue and the staff @scripts", async ({ page }) => {
  await submitConfirmed({
    submissionKey: crypto.randomUUID(),
    cityId: york,
    contactEmail: "digital.officer@york.example",
  });
  await signIn(page, await hire("looks.at.the.panel", "administrator"));
  const lists = ["state=all", "view=overdue", "q=Atlantis", "page=99"];
  const findings = await auditLists(page, "/admin", lists);
  for (const path of [
    "/admin?problem=not_allowed",
    "/admin/staff",
    "/admin/staff?done=invited",
    "/admin/staff?problem=last_administrator",
  ]) {
    findings.push(...(await auditAt(page, path, landmarks)));
  }
  await page.goto("/admin/staff");
  await page.getByRole("button", { name: "Invite" }).click();
  await expectErrorSummary(page);
  findings.push(...(await audit(page, { landmarks })));
  expect(findings).toEqual([]);
});

test("equal access: the members, one of them with errors, and one's own account @scripts", async ({
  page,
}) => {
  await signIn(page, await hire("looks.at.members"));
  const lists = ["query=Atlantis", "page=999"];
  const findings = await auditLists(page, "/admin/members", lists);
  for (const path of [
    "/admin/members?problem=no_member",
    "/admin/account",
    "/admin/account?done=saved",
  ]) {
    findings.push(...(await auditAt(page, path, landmarks)));
  }
  findings.push(...(await auditAt(page, `/admin/members/${amsterdam}?done=corrected`, landmarks)));
  await page.getByLabel("Public name", { exact: true }).fill("");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expectErrorSummary(page);
  findings.push(
    ...(await audit(page, { landmarks })).map((finding) => `member with errors: ${finding}`),
  );
  expect(findings).toEqual([]);
});

test("equal access: the note on a mandate to follow, and a failed mail with errors @scripts", async ({
  page,
}) => {
  const id = await submitConfirmed({
    submissionKey: crypto.randomUUID(),
    cityId: halle,
    contactEmail: "digital.officer@halle.example",
  });
  await prisma.application.update({ where: { id }, data: { mandateUrl: null } });
  const mail = {
    kind: "application_received",
    applicationId: id,
    recipient: "digital.officer@halle.example",
    locale: "en",
    subject: "Received in Halle",
  } as const;
  await prisma.mail.create({
    data: { ...mail, attempts: 9, failedAt: new Date(), lastError: "EENVELOPE 550 at RCPT TO" },
  });
  await signIn(page, await hire("looks.for.the.mandate"));
  const findings = await auditAt(page, `/admin/applications/${id}`, landmarks);
  await page.getByRole("checkbox", { name: "Mandate seen" }).check();
  await page.getByRole("button", { name: "Save the ticks only" }).click();
  await expectErrorSummary(page);
  findings.push(...(await audit(page, { landmarks })).map((finding) => `note missing: ${finding}`));

  await page.goto("/admin");
  await page.locator("summary", { hasText: "could not be delivered" }).click();
  await page.locator("li", { hasText: "Received in Halle" }).locator("summary").click();
  const form = page
    .locator("li", { hasText: "Received in Halle" })
    .locator("form", { hasText: "Correct and send" });
  await form.getByLabel("Email address of the applicant").fill("nobody");
  await form.getByRole("button", { name: "Correct and send" }).click();
  await expectErrorSummary(page);
  findings.push(...(await audit(page, { landmarks })).map((finding) => `failed mails: ${finding}`));
  await prisma.mail.updateMany({ where: { applicationId: id }, data: { dismissedAt: new Date() } });
  expect(findings).toEqual([]);
});

test("what was done is announced, and what went wrong too @scripts", async ({ page }) => {
  await signIn(page, await hire("hears.the.panel", "administrator"));
  await page.goto("/admin/staff?done=invited");
  await expect(page.getByRole("status")).toContainText("Invited.");
  await page.goto("/admin/staff?problem=last_administrator");
  await expect(page.getByRole("alert").filter({ hasText: "last administrator" })).toBeVisible();
});
