import type { Page } from "@playwright/test";
import { prisma } from "@/lib/db";
import { ApplicationState } from "@/prisma/generated/enums";
import { audit } from "@/tests/e2e/access/audit";
import { expectErrorSummary } from "@/tests/e2e/access/error-summary";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { submitUntil } from "@/tests/support/applications/each-state";
import { openReview, tickAllEvidence } from "@/tests/support/applications/review";

// One application in each state, as its applicant sees it and as a reviewer does.

test.slow();

const panelLandmarks = ["banner", "main"];

test("equal access: an application in each of its states, to the applicant and to staff @scripts", async ({
  page,
}) => {
  const reviewer = await hire("looks.at.each.state");
  const { id: staffId } = await prisma.user.findUniqueOrThrow({ where: { email: reviewer } });
  await signIn(page, reviewer);

  const findings: string[] = [];
  for (const state of Object.values(ApplicationState)) {
    const { id, token } = await submitUntil(state, staffId);
    // By keyboard, in the state in which there is most to do: the way is the same, and long.
    const walks = state === "submitted";
    await page.goto(`/en/applications/${token}`);
    findings.push(
      ...(await audit(page, { walks })).map((finding) => `${state}, applicant: ${finding}`),
    );
    await page.goto(`/admin/applications/${id}`);
    findings.push(
      ...(await audit(page, { landmarks: panelLandmarks, walks })).map(
        (finding) => `${state}, staff: ${finding}`,
      ),
    );
    if (state === "submitted") {
      await tickAllEvidence(await openReview(id, staffId));
      await page.reload();
      findings.push(...(await auditDecisions(page)));
      findings.push(...(await auditCorrection(page, `/en/applications/${token}`)));
    }
  }
  expect(findings).toEqual([]);
});

/** Each decision, sent without what it needs. */
async function auditDecisions(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const [decision, needed, button] of [
    ["Change this", "#approval-name", "Approve and put on the public list"],
    ["Ask for changes", "#change_request-message", "Preview the email"],
    ["Decline", "#decline-message", "Preview the email"],
  ] as const) {
    await page.locator("summary", { hasText: decision }).click();
    await page.locator(needed).fill("");
    await page.getByRole("button", { name: button }).click();
    await expectErrorSummary(page);
    findings.push(
      ...(await audit(page, { landmarks: panelLandmarks, walks: decision === "Change this" })).map(
        (finding) => `${decision}, with errors: ${finding}`,
      ),
    );
  }
  return findings;
}

/** The applicant's other pages: to correct, with errors too, and to withdraw. */
async function auditCorrection(page: Page, address: string): Promise<string[]> {
  const findings: string[] = [];
  await page.goto(`${address}/correct`);
  findings.push(...(await audit(page)).map((finding) => `correct: ${finding}`));
  await page.getByLabel("Your name").fill("");
  await page.getByLabel("Year").fill("");
  await page.getByRole("button", { name: "Save the answers" }).click();
  await expect(page).toHaveTitle(/^Error: Correct the answers/);
  await expectErrorSummary(page);
  findings.push(
    ...(await audit(page, { walks: false })).map((finding) => `correct, with errors: ${finding}`),
  );
  await page.goto(`${address}/withdraw`);
  findings.push(...(await audit(page)).map((finding) => `withdraw: ${finding}`));
  return findings;
}
