import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { emailOf, fillForm, submitForm, press, type City } from "@/tests/e2e/support/join-form";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { waitForMail } from "@/tests/support/mail/mailbox";

// The whole way of a city, from the home page to the public list. Ghent goes it with scripts,
// leaves the list again when its application is reopened, and comes back without scripts. Both are
// in one project, because it is one city.

const ghent: City = { typed: "gent", name: "Ghent", whereabouts: "Flanders, Belgium" };

test.describe.serial("Ghent joins the coalition @scripts", () => {
  test("with scripts", async ({ page, browser }) => {
    await joinTheCoalition(page, true);
    const reviewer = await browser.newPage();
    await signIn(reviewer, await hire("reviews.ghent"));
    await approveGhent(reviewer);
    await expectGhentOnTheList(page);

    await reviewer.locator("summary", { hasText: "Reopen" }).click();
    await reviewer
      .getByLabel("Why the decision is taken back")
      .selectOption("It was decided in error");
    expect(await publicPages(page)).toEqual(withGhent);
    await reviewer
      .getByRole("button", { name: "Reopen and take Ghent off the public list" })
      .click();
    await expect(reviewer).toHaveURL(/done=submitted/);
    expect(await publicPages(page)).toEqual(withoutGhent);
    await declineGhent(reviewer);
    await reviewer.close();
    await waitForMail(emailOf(ghent), /was declined/);
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("once more", async ({ page, browser }) => {
      await joinTheCoalition(page, false);
      const reviewer = await browser.newPage();
      await signIn(reviewer, await hire("reviews.ghent.again"));
      await approveGhent(reviewer);
      await expectGhentOnTheList(page);
      await reviewer.close();
    });
  });
});

/** From the home page through the form to the confirmed address. */
async function joinTheCoalition(page: Page, hasScripts: boolean): Promise<void> {
  await page.goto("/en");
  await page.getByRole("link", { name: "Apply" }).click();
  await fillForm(page, hasScripts, ghent);
  const reference = await submitForm(page);

  const mail = await waitForMail(emailOf(ghent), /Confirm/);
  expect(mail.text).toContain(reference);
  await page.goto(statusLinkIn(mail));
  await press(page, "Confirm and begin the review", "Your application is waiting for review");
  await waitForMail(emailOf(ghent), /has arrived/);
}

const statusLinkIn = (mail: { links: string[] }): string =>
  mail.links.find((link) => link.includes("/applications/")) ?? "";

async function approveGhent(page: Page): Promise<void> {
  await page.goto("/admin");
  await page.getByRole("link", { name: "Ghent", exact: true }).click();
  for (const criterion of ["Mandate seen", "Contact is official", "One action per area"])
    await page.getByRole("checkbox", { name: criterion }).check();
  // Its document is to follow.
  await page.getByLabel("Where you saw it").fill("In the council’s minutes.");
  // The site remembers these pages from now on: that it shows others right after the approval says
  // something.
  expect(await publicPages(page)).toEqual(withoutGhent);
  await page.getByRole("button", { name: "Approve and put on the public list" }).click();
  await expect(page).toHaveURL(/done=approved/);
  expect(await publicPages(page)).toEqual(withGhent);
}

const withGhent = { isListed: true, isFound: true, status: 200 };
const withoutGhent = { isListed: false, isFound: false, status: 404 };

/**
 * Whether the list of cities has Ghent, whether it is found there by its Dutch name, and what its
 * own page answers.
 */
async function publicPages({ request }: Page): Promise<typeof withGhent> {
  const hasGhent = async (path: string) =>
    (await (await request.get(path)).text()).includes('href="/en/cities/ghent"');
  return {
    isListed: await hasGhent("/en/cities"),
    isFound: await hasGhent("/en/cities?query=gent"),
    status: (await request.get("/en/cities/ghent")).status(),
  };
}

async function declineGhent(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "Decline" }).click();
  await page.getByLabel("Reason").selectOption("other");
  await page
    .getByLabel("Text to the applicant", { exact: true })
    .last()
    .fill("The council votes once more. Please apply again after that.");
  await page.getByRole("button", { name: "Preview the email" }).click();
  await page.getByRole("button", { name: "Decline and tell the applicant" }).click();
  await expect(page).toHaveURL(/done=declined/);
}

/**
 * On the very next requests: the mail, the count, the list, and the city's own page with its
 * actions.
 */
async function expectGhentOnTheList(page: Page): Promise<void> {
  await page.goto("/en");
  await expect(page.getByText(/^(2[7-9]|3\d) cities in 1[5-9] countries$/)).toBeVisible();
  await page.goto("/en/cities?query=gent");
  await page.getByRole("main").getByRole("link", { name: "Ghent", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ghent" })).toBeVisible();
  await expect(page.getByText("Every library lends laptops").first()).toBeVisible();

  const mail = await waitForMail(emailOf(ghent), /has joined the coalition/);
  expect(mail.text).toContain("/en/cities/ghent");
  await page.goto(statusLinkIn(mail));
  await expect(
    page.getByRole("heading", { level: 1, name: "Ghent has joined the coalition" }),
  ).toBeVisible();
}
