import type { Page } from "@playwright/test";
import { runBulkReview } from "@/lib/endorsements/review/bulk-review";
import { block } from "@/lib/endorsements/abuse/block-commands";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { prisma } from "@/lib/db";
import { audit } from "@/tests/e2e/access/audit";
import { expectErrorSummary } from "@/tests/e2e/access/error-summary";
import { recordEndorsements, holdEndorsement } from "@/tests/e2e/support/endorsements";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { hire, signIn } from "@/tests/e2e/support/staff";

// What staff do with endorsements, in every way that it is read.

test.slow();

// By their GeoNames ids.
const wavre = 2783941;
const arlon = 2803073;
const oupeye = 2789471;

const landmarks = ["banner", "main"];

async function look(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  return (await audit(page, { landmarks })).map((finding) => `${path}: ${finding}`);
}

async function hireToLook(page: Page, who: string): Promise<string> {
  const email = await hire(who);
  await signIn(page, email);
  return (await prisma.user.findUniqueOrThrow({ where: { email } })).id;
}

test("equal access: the review of many endorsements at once @scripts", async ({ page }) => {
  const staffId = await hireToLook(page, "looks.at.many");
  for (const name of ["one", "two", "three"])
    await holdEndorsement(wavre, `${name}@wavre-bulk.example`);
  await holdEndorsement(wavre, "one@wavre.example");
  await runBulkReview({
    action: "release",
    filter: { state: "held", domain: "wavre.example" },
    until: new Date(),
    staffId,
  });
  const findings = await look(page, `/admin/endorsements/review?city=Wavre&done=late`);
  await page.getByLabel("City", { exact: true }).fill("Atlantis");
  await page.getByRole("button", { name: "Show" }).click();
  await expectErrorSummary(page);
  findings.push(
    ...(await audit(page, { landmarks })).map((finding) => `filter with errors: ${finding}`),
  );
  findings.push(...(await look(page, "/admin/endorsements/review?state=confirmed")));
  expect(findings).toEqual([]);
});

test("equal access: what is asked before a city leaves, a provider is blocked and many are invalidated @scripts", async ({
  page,
}) => {
  await hireToLook(page, "looks.at.questions");
  for (let number = 0; number < 50; number++)
    await holdEndorsement(oupeye, `resident${number}@oupeye-bulk.example`);
  const findings: string[] = [];
  const press = async (path: string, button: string | RegExp) => {
    await page.goto(path);
    if (path.endsWith("blocks"))
      await page.getByLabel("Email domain or network").fill("rediffmail.com");
    await page.getByRole("button", { name: button }).first().click();
    await expect(page.getByRole("button", { name: /^Yes, / })).toBeVisible();
    findings.push(...(await audit(page, { landmarks })).map((finding) => `${path}: ${finding}`));
  };
  await press("/admin/endorsements/cities/2759794", /has left/);
  await press("/admin/endorsements/blocks", "Block");
  await press("/admin/endorsements/review?city=Oupeye&domain=oupeye-bulk.example", "Invalidate 50");
  findings.push(...(await look(page, "/admin/endorsements/review?city=Springfield")));
  expect(findings).toEqual([]);
});

test("equal access: the endorsed cities, one of them, and what is blocked @scripts", async ({
  page,
}) => {
  const staffId = await hireToLook(page, "looks.at.endorsements");
  await recordEndorsements(arlon, 12);
  await recordStep({
    cityId: arlon,
    kind: "contacted",
    note: "Spoke with the digital officer.",
    staffId,
    seenSteps: 0,
  });
  await block({ kind: "mail_domain", value: "arlon-spam.example" }, staffId);
  const findings: string[] = [];
  for (const path of ["", `/cities/${arlon}?done=changed`])
    findings.push(...(await look(page, `/admin/endorsements${path}`)));
  await page.goto("/admin/endorsements/blocks");
  await page.getByLabel("Email domain or network").fill("nothing that is one");
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await expectErrorSummary(page);
  findings.push(
    ...(await audit(page, { landmarks })).map((finding) => `blocks with an error: ${finding}`),
  );
  expect(findings).toEqual([]);
});
