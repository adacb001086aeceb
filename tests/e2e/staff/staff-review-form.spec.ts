import type { Page } from "@playwright/test";
import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { apply, openDecision } from "@/tests/e2e/support/review";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { handInConfirmed } from "@/tests/support/review";

// By their GeoNames ids.
const springfields = [4409896, 4250542, 4951788];
const namesakes = [4720131, 6058560, 4273837];
const sanJoseCostaRica = 3621849;
const sanJosePeru = 3692482;
const londonOhio = 4517009;

test("a tick costs nothing of what was typed", async ({ page }, { project }) => {
  const { path } = await apply(
    "halfWritten",
    { scripts: sanJoseCostaRica, "no-scripts": sanJosePeru },
    project.name,
  );
  await signIn(page, await hire(`ticks.${project.name}`));

  await page.goto(path);
  await openDecision(page, "Ask for changes");
  const message = page.locator("#change_request-message");
  await message.fill("Which council meeting was it?");
  const ticked = page.getByRole("button", { name: "Tick Contact is official" });
  await ticked.click();
  await expect(
    page.getByRole("status").filter({ hasText: "Contact is official: ticked. 1 of 3 seen" }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Untick Contact is official" })).toBeFocused();
  await expect(message).toHaveValue("Which council meeting was it?");
  await expect(message).toBeVisible();

  await message.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Waits for the applicant’s answer.")).toBeVisible();
});

test("when the session has ended, the text stays until its writer has signed in again @scripts", async ({
  page,
}, { project }) => {
  const { path } = await apply(
    "signedOut",
    { scripts: londonOhio, "no-scripts": londonOhio },
    project.name,
  );
  const email = await hire(`writes.long.${project.name}`);
  await signIn(page, email);

  await page.goto(path);
  await openDecision(page, "Ask for changes");
  await page.locator("#change_request-message").fill("Which council meeting was it?");
  await prisma.session.deleteMany({ where: { user: { email } } });
  await page.getByRole("button", { name: "Send and wait for the answer" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "you are not signed in any more" }),
  ).toBeVisible();

  const [newTab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Sign in in a new tab" }).click(),
  ]);
  await signIn(newTab, email);
  await newTab.close();
  await expect(page.locator("#change_request-message")).toHaveValue(
    "Which council meeting was it?",
  );
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

test("a reviewer goes through three applications by keyboard alone without returning to the queue", async ({
  page,
}, { project }) => {
  const contactEmail = `by.keyboard.${project.name}@stad.example`;
  for (const cityId of project.name === "scripts" ? springfields : namesakes)
    await handInConfirmed({ submissionKey: crypto.randomUUID(), cityId, contactEmail });
  await signIn(page, await hire(`types.${project.name}`));
  await page.goto(`/admin?q=${contactEmail}&state=submitted`);
  const decided = (what: string) =>
    expect(page.getByRole("status").filter({ hasText: what })).toBeVisible();

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
  expect(
    await prisma.application.count({
      where: { contactEmail, state: { in: ["approved", "changes_requested"] } },
    }),
  ).toBe(3);
});
