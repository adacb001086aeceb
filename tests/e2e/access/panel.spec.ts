import type { Page } from "@playwright/test";
import { audit } from "@/tests/e2e/access/audit";
import { expectErrorSummary } from "@/tests/e2e/access/error-summary";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire, openSignInMail, signIn } from "@/tests/e2e/support/staff";
import { handInConfirmed } from "@/tests/support/review";

// The staff panel, from the door to the list of staff, in every way that it is read.

test.slow();

// By their GeoNames ids.
const york = 2633352;

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
  await handInConfirmed({
    submissionKey: crypto.randomUUID(),
    cityId: york,
    contactEmail: "digital.officer@york.example",
  });
  await signIn(page, await hire("looks.at.the.panel", "administrator"));
  const findings: string[] = [];
  for (const path of [
    "/admin",
    "/admin?state=all",
    "/admin?q=Atlantis",
    "/admin?page=99",
    "/admin?problem=administrators_only",
    "/admin/staff",
    "/admin/staff?done=added",
    "/admin/staff?problem=last",
  ]) {
    findings.push(...(await auditAt(page, path, ["banner", "main"])));
  }
  await page.goto("/admin/staff");
  await page.getByRole("button", { name: "Add to the staff" }).click();
  await expectErrorSummary(page);
  findings.push(...(await audit(page, { landmarks: ["banner", "main"] })));
  expect(findings).toEqual([]);
});

test("what was done is announced, and what went wrong too @scripts", async ({ page }) => {
  await signIn(page, await hire("hears.the.panel", "administrator"));
  await page.goto("/admin/staff?done=added");
  await expect(page.getByRole("status")).toContainText("Added.");
  await page.goto("/admin/staff?problem=last");
  await expect(page.getByRole("alert").filter({ hasText: "last administrator" })).toBeVisible();
});
