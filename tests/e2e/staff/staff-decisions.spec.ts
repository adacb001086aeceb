import type { Page } from "@playwright/test";
import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { apply, openDecision } from "@/tests/e2e/support/review";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { waitForMail } from "@/tests/support/mail/mailbox";

// By their GeoNames ids.
const antwerp = 2803138;
const eindhoven = 2756253;
const reykjavik = 3413829;
const zurich = 2657896;
const lodz = 3093133;
const kyiv = 703448;
const istanbul = 745044;
const cairo = 360630;
const beirut = 276781;
const saoPaulo = 3448439;

async function tickEverything(page: Page): Promise<void> {
  for (const evidence of ["Mandate seen", "Contact is official", "One action per area"])
    await page.getByRole("checkbox", { name: evidence }).check();
}

test("approved, the city is on the public list with the very next request; reopened, it is not", async ({
  page,
}, { project }) => {
  const { path, email } = await apply(
    "approved",
    { scripts: saoPaulo, "no-scripts": antwerp },
    project.name,
  );
  const publicName = `City of the ${project.name} test`;
  await signIn(page, await hire(`approves.${project.name}`));

  await page.goto(path);
  const approve = page.getByRole("button", { name: "Approve and put on the public list" });
  await approve.click();
  await expect(
    page.getByRole("alert").filter({ hasText: "tick all evidence before you approve" }),
  ).toBeVisible();
  await tickEverything(page);
  await openDecision(page, "Change this, or add a text");
  await page.getByLabel("Public name", { exact: true }).fill(publicName);
  await page.getByLabel("Date of signing").fill("2018-01-01");
  await approve.click();
  await expect(
    page.getByRole("link", { name: "The coalition began on 14 November 2018." }),
  ).toBeVisible();
  await expect(page.getByLabel("Public name", { exact: true })).toHaveValue(publicName);

  await page.getByLabel("Date of signing").fill("2026-11-02");
  const listOfCities = async () => (await page.request.get("/en/cities")).text();
  expect(await listOfCities()).not.toContain(publicName);
  await approve.click();
  await expect(page.getByRole("status").filter({ hasText: "Approved" })).toBeVisible();
  expect(await listOfCities()).toContain(publicName);
  const { links } = await waitForMail(email, new RegExp(publicName));
  expect(
    (await page.request.get(links.find((link) => link.includes("/cities/")) ?? "")).status(),
  ).toBe(200);

  await page.goto(path);
  await openDecision(page, "Reopen");
  await page.getByLabel("Why the decision is taken back").selectOption("decided_in_error");
  await page
    .getByRole("button", { name: `Reopen and take ${publicName} off the public list` })
    .click();
  await expect(page.getByRole("status").filter({ hasText: "Reopened" })).toBeVisible();
  expect(await listOfCities()).not.toContain(publicName);
  await waitForMail(email, /under review again/);
});

test("a request for changes needs a text, and the applicant reads it", async ({ page }, {
  project,
}) => {
  const { path, email } = await apply(
    "asked",
    { scripts: eindhoven, "no-scripts": reykjavik },
    project.name,
  );
  await signIn(page, await hire(`asks.${project.name}`));

  await page.goto(path);
  await openDecision(page, "Ask for changes");
  await page.getByRole("button", { name: "Preview the email" }).click();
  await expect(page.getByRole("link", { name: "Write to the applicant." })).toBeVisible();
  await page
    .getByRole("textbox", { name: "Text to the applicant" })
    .fill("Which council meeting was it?\nAnd on what day?");
  await page.getByRole("button", { name: "Preview the email" }).click();
  await page.getByRole("button", { name: "Send and wait for the answer" }).click();
  await expect(page.getByText("Waits for the applicant’s answer.")).toBeVisible();

  expect((await waitForMail(email, /./)).text).toContain("Which council meeting was it?");
});

test("a decline needs a reason; what was typed stays until it has one", async ({ page }, {
  project,
}) => {
  const { path, email } = await apply(
    "declined",
    { scripts: zurich, "no-scripts": lodz },
    project.name,
  );
  await signIn(page, await hire(`declines.${project.name}`));

  await page.goto(path);
  await openDecision(page, "Decline");
  const message = page.locator("#decline-message");
  await message.fill("You write for a company, not for the city.");
  await page.getByRole("button", { name: "Preview the email" }).click();
  await expect(page.getByRole("link", { name: "Choose a reason." })).toBeVisible();
  await expect(message).toHaveValue("You write for a company, not for the city.");

  await page.getByLabel("Reason").selectOption("Not from the city’s government");
  await page.getByRole("button", { name: "Preview the email" }).click();
  await page.getByRole("button", { name: "Decline and tell the applicant" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Declined" })).toBeVisible();
  expect((await waitForMail(email, /./)).text).toContain("You write for a company");
});

test("the second reviewer hears who decided, and keeps the text", async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  const { id, path } = await apply(
    "contested",
    { scripts: kyiv, "no-scripts": istanbul },
    project.name,
  );
  const firstEmail = await hire(`is.first.${project.name}`);
  await signIn(page, firstEmail);
  const second = await browser.newPage({
    baseURL,
    javaScriptEnabled: project.use.javaScriptEnabled,
  });
  await signIn(second, await hire(`is.second.${project.name}`));

  await second.goto(path);
  await openDecision(second, "Ask for changes");
  await second.locator("#change_request-message").fill("Which council meeting was it?");

  await page.goto(path);
  await openDecision(page, "Decline");
  await page.getByLabel("Reason").selectOption("Could not be verified");
  await page.locator("#decline-message").fill("We called the city: nobody knew of it.");
  await page.getByRole("button", { name: "Preview the email" }).click();
  await page.getByRole("button", { name: "Decline and tell the applicant" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Declined" })).toBeVisible();

  await second.getByRole("button", { name: "Preview the email" }).click();
  await expect(
    second.getByRole("alert").filter({ hasText: `${firstEmail} declined it on` }),
  ).toBeVisible();
  await expect(second.locator("#change_request-message")).toHaveValue(
    "Which council meeting was it?",
  );
  expect(await prisma.decision.count({ where: { applicationId: id } })).toBe(1);
  await second.close();
});

test("nobody decides on what the applicant has changed since", async ({ page }, { project }) => {
  const { id, path } = await apply(
    "corrected",
    { scripts: cairo, "no-scripts": beirut },
    project.name,
  );
  await signIn(page, await hire(`is.late.${project.name}`));

  await page.goto(path);
  await openDecision(page, "Ask for changes");
  await page.locator("#change_request-message").fill("Which council meeting was it?");
  await prisma.application.update({
    where: { id },
    data: { version: { increment: 1 }, mandateBody: "College of the mayor" },
  });
  await page.getByRole("button", { name: "Preview the email" }).click();

  await expect(
    page.getByRole("alert").filter({ hasText: "has changed since you opened it" }),
  ).toBeVisible();
  await expect(page.locator("#change_request-message")).toHaveValue(
    "Which council meeting was it?",
  );
  expect(await prisma.decision.count({ where: { applicationId: id } })).toBe(0);
});
