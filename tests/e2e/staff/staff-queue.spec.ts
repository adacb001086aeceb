import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { apply } from "@/tests/e2e/support/review";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { waitForMail } from "@/tests/support/mail/mailbox";

// By their GeoNames ids.
const tokyo = 1850147;
const aarschot = 2803429;

test("a mail that failed is sent again by the press of a button", async ({ page }, { project }) => {
  const recipient = `was.away.${project.name}@stad.example`;
  const content = {
    subject: "Your application",
    text: "We have received it.",
    html: "<p>We have received it.</p>",
  };
  await prisma.mail.create({
    data: {
      kind: "application_received",
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
  await page.getByRole("button", { name: `Send again “Your application” to ${recipient}` }).click();
  await expect(page.getByRole("status").filter({ hasText: "on its way again" })).toBeVisible();
  expect((await waitForMail(recipient, /Your application/)).text).toContain("We have received it.");
});

test("a mail that failed is sent to a corrected address, and another is dismissed", async ({
  page,
}, { project }) => {
  const { id, email } = await apply(
    "mistyped",
    { scripts: 2788726, "no-scripts": 2798987 },
    project.name,
  );
  const content = { text: "Look at your application.", html: "<p>Look at your application.</p>" };
  const failed = {
    locale: "en",
    attempts: 9,
    failedAt: new Date(),
    lastError: "EENVELOPE 550 at RCPT TO",
    ...content,
  };
  await prisma.mail.create({
    data: {
      ...failed,
      kind: "application_reopened",
      applicationId: id,
      recipient: email,
      subject: `Reopened ${project.name}`,
    },
  });
  await prisma.mail.create({
    data: {
      ...failed,
      kind: "endorsement_contacted",
      recipient: `gone.${project.name}@town.example`,
      subject: "News",
    },
  });
  await signIn(page, await hire(`corrects.${project.name}`));

  const list = page.locator("summary", { hasText: "could not be delivered" });
  const corrected = `right.${project.name}@stad.example`;
  await list.click();
  await page.locator("summary", { hasText: `Correct the address ${email}` }).click();
  const form = page.locator("form", { hasText: "Correct and send" }).filter({ visible: true });
  await form.getByLabel("Email address of the applicant").fill("right at stad");
  await form.getByRole("button", { name: "Correct and send" }).click();
  await expect(page.getByRole("link", { name: /Write an email address/ })).toBeVisible();
  await expect(form.getByLabel("Email address of the applicant")).toHaveValue("right at stad");
  await form.getByLabel("Email address of the applicant").fill(corrected);
  await form.getByRole("button", { name: "Correct and send" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "on its way to the new address" }),
  ).toBeVisible();
  expect((await waitForMail(corrected, /Reopened/)).text).toContain("Look at your application.");
  await page.goto(`/admin/applications/${id}`);
  await expect(page.getByRole("link", { name: corrected })).toBeVisible();

  await page.goto("/admin");
  await list.click();
  await page
    .getByRole("button", { name: `Dismiss “News” to gone.${project.name}@town.example` })
    .click();
  await expect(page.getByRole("status").filter({ hasText: "Dismissed." })).toBeVisible();
  await expect(page.getByText(`gone.${project.name}@town.example`)).toHaveCount(0);
});

test("a page beyond the last shows the last @scripts", async ({ page }) => {
  const { id } = await apply("isOfMany", { scripts: aarschot }, "scripts");
  const row = await prisma.application.findUniqueOrThrow({
    where: { id },
    omit: { id: true, reference: true, submissionKey: true, openForCityId: true },
  });
  const closed = { ...row, state: "withdrawn", closedAt: new Date() } as const;
  await prisma.application.createMany({
    data: Array.from({ length: 51 }, (_, number) => ({
      ...closed,
      reference: `CC-MANY-${number}`,
      submissionKey: crypto.randomUUID(),
    })),
  });
  await signIn(page, await hire("goes.too.far"));
  await page.goto("/admin?state=withdrawn&page=999");
  await expect(page.getByText(/^Page 2 of 2$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Aarschot", exact: true }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Next page" })).toHaveCount(0);
  await page.goto("/admin/members?page=999");
  await expect(page.getByRole("link", { name: "Amsterdam", exact: true })).toBeVisible();
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
    await page.getByLabel("City, reference, applicant or note").fill(words);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: cityName, exact: true })).toBeVisible();
  }
  await page.getByLabel("City, reference, applicant or note").fill("Atlantis");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No application here matches “Atlantis”.")).toBeVisible();
});
