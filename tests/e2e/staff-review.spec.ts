import type { Page } from "@playwright/test";
import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/fixtures";
import { hire, signIn } from "@/tests/e2e/staff";
import { waitForMail } from "@/tests/support/mailbox";
import { handInConfirmed } from "@/tests/support/review";

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
const tokyo = 1850147;
const xian = 1790630;
const saoPaulo = 3448439;
const springfields = [4409896, 4250542, 4951788];
const namesakes = [4720131, 6058560, 4273837];
const sanJoseCostaRica = 3621849;
const sanJosePeru = 3692482;
const londonOhio = 4517009;

/** Each test has a city of its own, another one without scripts: all share the site. */
const cities = {
  approved: { scripts: saoPaulo, "no-scripts": antwerp },
  asked: { scripts: eindhoven, "no-scripts": reykjavik },
  declined: { scripts: zurich, "no-scripts": lodz },
  contested: { scripts: kyiv, "no-scripts": istanbul },
  corrected: { scripts: cairo, "no-scripts": beirut },
  looked: { scripts: tokyo, "no-scripts": xian },
  halfWritten: { scripts: sanJoseCostaRica, "no-scripts": sanJosePeru },
  signedOut: { scripts: londonOhio, "no-scripts": londonOhio },
};

/** Hands in an application of the city and confirms it. Gives the address of its page in the panel and the applicant's. */
async function apply(story: keyof typeof cities, project: string): Promise<{ id: string; path: string; email: string; cityName: string }> {
  const email = `${story}.${project}@stad.example`;
  const cityId = cities[story][project as "scripts" | "no-scripts"];
  const id = await handInConfirmed({ submissionKey: crypto.randomUUID(), cityId, contactEmail: email });
  const { name } = await prisma.city.findUniqueOrThrow({ where: { id: cityId } });
  return { id, path: `/admin/applications/${id}`, email, cityName: name };
}

async function tickEverything(page: Page): Promise<void> {
  for (const evidence of ["Mandate seen", "Contact is official", "One action per area"]) {
    await page.getByRole("button", { name: `Tick ${evidence}`, exact: true }).click();
    await expect(page.getByRole("button", { name: `Untick ${evidence}` })).toBeVisible();
  }
}

/** Opens a decision, unless it stands open. */
async function open(page: Page, decision: string): Promise<void> {
  const details = page.locator("details", { has: page.locator("summary", { hasText: decision }) });
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
}

test("approved, the city is on the public list with the very next request; reopened, it is not", async ({ page }, { project }) => {
  const { path, email } = await apply("approved", project.name);
  const publicName = `City of the ${project.name} test`;
  await signIn(page, await hire(`approves.${project.name}`));

  await page.goto(path);
  await open(page, "Approve");
  await expect(page.getByText("First tick all evidence")).toBeVisible();
  await tickEverything(page);
  await open(page, "Approve");
  await page.getByLabel("Public name").fill(publicName);
  await page.getByLabel("Date of signing").fill("2018-01-01");
  await page.getByRole("button", { name: "Approve and put on the public list" }).click();
  await expect(page.getByRole("link", { name: "The coalition began on 14 November 2018." })).toBeVisible();
  await expect(page.getByLabel("Public name")).toHaveValue(publicName);

  await page.getByLabel("Date of signing").fill("2026-11-02");
  await page.getByRole("button", { name: "Approve and put on the public list" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Approved" })).toBeVisible();
  const response = await page.request.get("/en/cities");
  expect(await response.text()).toContain(publicName);
  const { links } = await waitForMail(email, new RegExp(publicName));
  expect((await page.request.get(links.find((link) => link.includes("/cities/")) ?? "")).status()).toBe(200);

  await page.goto(path);
  await open(page, "Reopen");
  await page.getByRole("button", { name: `Reopen and take ${publicName} off the public list` }).click();
  await expect(page.getByRole("status").filter({ hasText: "Reopened" })).toBeVisible();
  expect(await (await page.request.get("/en/cities")).text()).not.toContain(publicName);
  await waitForMail(email, /under review again/);
});

test("a request for changes needs a text, and the applicant reads it", async ({ page }, { project }) => {
  const { path, email } = await apply("asked", project.name);
  await signIn(page, await hire(`asks.${project.name}`));

  await page.goto(path);
  await open(page, "Ask for changes");
  await page.getByRole("button", { name: "Send and wait for the answer" }).click();
  await expect(page.getByRole("link", { name: "Write to the applicant." })).toBeVisible();
  await page.getByRole("textbox", { name: "Text to the applicant" }).fill("Which council meeting was it?\nAnd on what day?");
  await page.getByRole("button", { name: "Send and wait for the answer" }).click();
  await expect(page.getByText("Waits for the applicant’s answer.")).toBeVisible();

  expect((await waitForMail(email, /./)).text).toContain("Which council meeting was it?");
});

test("a decline needs a reason; what was typed stays until it has one", async ({ page }, { project }) => {
  const { path, email } = await apply("declined", project.name);
  await signIn(page, await hire(`declines.${project.name}`));

  await page.goto(path);
  await open(page, "Decline");
  const message = page.locator("#decline-message");
  await message.fill("You write for a company, not for the city.");
  await page.getByRole("button", { name: "Decline and tell the applicant" }).click();
  await expect(page.getByRole("link", { name: "Choose a reason." })).toBeVisible();
  await expect(message).toHaveValue("You write for a company, not for the city.");

  await page.getByLabel("Reason").selectOption("Not from the city’s government");
  await page.getByRole("button", { name: "Decline and tell the applicant" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Declined" })).toBeVisible();
  expect((await waitForMail(email, /./)).text).toContain("You write for a company");
});

test("the second reviewer hears who decided, and keeps the text", async ({ page, browser, baseURL }, { project }) => {
  const { id, path } = await apply("contested", project.name);
  const firstEmail = await hire(`is.first.${project.name}`);
  await signIn(page, firstEmail);
  const second = await browser.newPage({ baseURL, javaScriptEnabled: project.use.javaScriptEnabled });
  await signIn(second, await hire(`is.second.${project.name}`));

  await second.goto(path);
  await open(second, "Ask for changes");
  await second.locator("#change_request-message").fill("Which council meeting was it?");

  await page.goto(path);
  await open(page, "Decline");
  await page.getByLabel("Reason").selectOption("Could not be verified");
  await page.locator("#decline-message").fill("We called the city: nobody knew of it.");
  await page.getByRole("button", { name: "Decline and tell the applicant" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Declined" })).toBeVisible();

  await second.getByRole("button", { name: "Send and wait for the answer" }).click();
  await expect(second.getByRole("alert").filter({ hasText: `${firstEmail} declined it on` })).toBeVisible();
  await expect(second.locator("#change_request-message")).toHaveValue("Which council meeting was it?");
  expect(await prisma.decision.count({ where: { applicationId: id } })).toBe(1);
  await second.close();
});

test("nobody decides on what the applicant has changed since", async ({ page }, { project }) => {
  const { id, path } = await apply("corrected", project.name);
  await signIn(page, await hire(`is.late.${project.name}`));

  await page.goto(path);
  await open(page, "Ask for changes");
  await page.locator("#change_request-message").fill("Which council meeting was it?");
  await prisma.application.update({ where: { id }, data: { version: { increment: 1 }, mandateBody: "College of the mayor" } });
  await page.getByRole("button", { name: "Send and wait for the answer" }).click();

  await expect(page.getByRole("alert").filter({ hasText: "has changed since you opened it" })).toBeVisible();
  await expect(page.locator("#change_request-message")).toHaveValue("Which council meeting was it?");
  expect(await prisma.decision.count({ where: { applicationId: id } })).toBe(0);
});

test("a tick costs nothing of what was typed", async ({ page }, { project }) => {
  const { path } = await apply("halfWritten", project.name);
  await signIn(page, await hire(`ticks.${project.name}`));

  await page.goto(path);
  await open(page, "Ask for changes");
  const message = page.locator("#change_request-message");
  await message.fill("Which council meeting was it?");
  const ticked = page.getByRole("button", { name: "Tick Contact is official" });
  await ticked.click();
  await expect(page.getByRole("status").filter({ hasText: "Contact is official: ticked. 1 of 3 seen" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Untick Contact is official" })).toBeFocused();
  await expect(message).toHaveValue("Which council meeting was it?");
  await expect(message).toBeVisible();

  await message.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Waits for the applicant’s answer.")).toBeVisible();
});

test("when the session has ended, the text stays until its writer has signed in again @scripts", async ({ page }, { project }) => {
  const { path } = await apply("signedOut", project.name);
  const email = await hire(`writes.long.${project.name}`);
  await signIn(page, email);

  await page.goto(path);
  await open(page, "Ask for changes");
  await page.locator("#change_request-message").fill("Which council meeting was it?");
  await prisma.session.deleteMany({ where: { user: { email } } });
  await page.getByRole("button", { name: "Send and wait for the answer" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "you are not signed in any more" })).toBeVisible();

  const [newTab] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "Sign in in a new tab" }).click()]);
  await signIn(newTab, email);
  await newTab.close();
  await expect(page.locator("#change_request-message")).toHaveValue("Which council meeting was it?");
  await page.getByRole("button", { name: "Send and wait for the answer" }).click();
  await expect(page.getByText("Waits for the applicant’s answer.")).toBeVisible();
});

/** Tabs on until something with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stops = 0; stops < 30; stops++) {
    await page.keyboard.press("Tab");
    if (name.test(await page.evaluate(() => document.activeElement?.textContent ?? ""))) return;
  }
  throw new Error(`The Tab key does not come to ${name}.`);
}

test("a reviewer goes through three applications by keyboard alone without returning to the queue", async ({ page }, { project }) => {
  const contactEmail = `by.keyboard.${project.name}@stad.example`;
  for (const cityId of project.name === "scripts" ? springfields : namesakes) await handInConfirmed({ submissionKey: crypto.randomUUID(), cityId, contactEmail });
  await signIn(page, await hire(`types.${project.name}`));
  await page.goto(`/admin?q=${contactEmail}&state=submitted`);
  const decided = (what: string) => expect(page.getByRole("status").filter({ hasText: what })).toBeVisible();

  await tabTo(page, /^Skip to the queue$/);
  await page.keyboard.press("Enter");
  await expect(page.locator("#queue")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Decision" })).toBeVisible();
  const visited: string[] = [];
  page.on("framenavigated", (frame) => visited.push(new URL(frame.url()).pathname));

  await tabTo(page, /^Skip to evidence and decision$/);
  await page.keyboard.press("Enter");
  await expect(page.locator("#review")).toBeFocused();
  for (const seen of ["1 of 3 seen", "2 of 3 seen", "3 of 3 seen"]) {
    await tabTo(page, /^Tick /);
    await page.keyboard.press("Enter");
    await expect(page.getByText(seen)).toBeVisible();
  }
  await tabTo(page, /^Approve$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Approve and put on the public list$/);
  await page.keyboard.press("Enter");
  await decided("Approved");

  for (const last of [false, true]) {
    await expect(page.locator(":focus")).toHaveText(/^Next in the queue: /);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Decision" })).toBeVisible();
    await expect(page.getByText("0 of 3 seen")).toBeVisible();
    await tabTo(page, /^Skip to evidence and decision$/);
    await page.keyboard.press("Enter");
    await expect(page.locator("#review")).toBeFocused();
    await tabTo(page, /^Ask for changes$/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Which council meeting was it?");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await decided("Changes asked for");
    if (last) await expect(page.locator(":focus")).not.toHaveText(/Springfield|Portland|London/);
  }
  expect(visited).not.toContain("/admin");
  expect(await prisma.application.count({ where: { contactEmail, state: { in: ["approved", "changes_requested"] } } })).toBe(3);
});

test("a mail that failed is sent again by the press of a button", async ({ page }, { project }) => {
  const recipient = `was.away.${project.name}@stad.example`;
  const content = { subject: "Your application", text: "We have received it.", html: "<p>We have received it.</p>" };
  await prisma.mail.create({ data: { kind: "application.received", recipient, locale: "en", attempts: 9, failedAt: new Date(), lastError: "ESOCKET at CONN", ...content } });
  await signIn(page, await hire(`sends.again.${project.name}`));

  await page.locator("summary", { hasText: "could not be delivered" }).click();
  await page.getByRole("button", { name: `Send again to ${recipient}` }).click();
  await expect(page.getByRole("status").filter({ hasText: "on its way again" })).toBeVisible();
  expect((await waitForMail(recipient, /Your application/)).text).toContain("We have received it.");
});

test("an address of no application leads back to the queue, which says so", async ({ page }, { project }) => {
  await signIn(page, await hire(`is.lost.${project.name}`));
  for (const id of [crypto.randomUUID(), "none"]) {
    await page.goto(`/admin/applications/${id}`);
    await expect(page).toHaveURL(/\/admin\?problem=/);
    await expect(page.getByRole("alert").filter({ hasText: "There is no such application" })).toBeVisible();
  }
});

test("the queue is searched by city, reference and applicant", async ({ page }, { project }) => {
  const { id, email, cityName } = await apply("looked", project.name);
  const { reference } = await prisma.application.findUniqueOrThrow({ where: { id } });
  await signIn(page, await hire(`searches.${project.name}`));

  for (const words of [cityName, reference.toLowerCase().replaceAll("-", " "), email]) {
    await page.getByLabel("Search city, reference, applicant").fill(words);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: cityName, exact: true })).toBeVisible();
  }
  await page.getByLabel("Search city, reference, applicant").fill("Atlantis");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No application here matches “Atlantis”.")).toBeVisible();
});
