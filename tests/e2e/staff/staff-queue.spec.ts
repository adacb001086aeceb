import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { apply } from "@/tests/e2e/support/review";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { waitForMail } from "@/tests/support/mailbox";

/** By its GeoNames id. */
const tokyo = 1850147;

test("a mail that failed is sent again by the press of a button", async ({ page }, { project }) => {
  const recipient = `was.away.${project.name}@stad.example`;
  const content = {
    subject: "Your application",
    text: "We have received it.",
    html: "<p>We have received it.</p>",
  };
  await prisma.mail.create({
    data: {
      kind: "application.received",
      recipient,
      locale: "en",
      attempts: 9,
      failedAt: new Date(),
      lastError: "ESOCKET at CONN",
      ...content,
    },
  });
  await signIn(page, await hire(`sends.again.${project.name}`));

  await page.locator("summary", { hasText: "could not be delivered" }).click();
  await page.getByRole("button", { name: `Send again to ${recipient}` }).click();
  await expect(page.getByRole("status").filter({ hasText: "on its way again" })).toBeVisible();
  expect((await waitForMail(recipient, /Your application/)).text).toContain("We have received it.");
});

test("an address of no application leads back to the queue, which says so @scripts", async ({
  page,
}) => {
  await signIn(page, await hire("is.lost"));
  for (const id of [crypto.randomUUID(), "none"]) {
    await page.goto(`/admin/applications/${id}`);
    await expect(page).toHaveURL(/\/admin\?problem=/);
    await expect(
      page.getByRole("alert").filter({ hasText: "There is no such application" }),
    ).toBeVisible();
  }
});

test("the queue is searched by city, reference and applicant @scripts", async ({ page }) => {
  const { id, email, cityName } = await apply("looked", { scripts: tokyo }, "scripts");
  const { reference } = await prisma.application.findUniqueOrThrow({ where: { id } });
  await signIn(page, await hire("searches"));

  for (const words of [cityName, reference.toLowerCase().replaceAll("-", " "), email]) {
    await page.getByLabel("Search city, reference, applicant").fill(words);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: cityName, exact: true })).toBeVisible();
  }
  await page.getByLabel("Search city, reference, applicant").fill("Atlantis");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No application here matches “Atlantis”.")).toBeVisible();
});
