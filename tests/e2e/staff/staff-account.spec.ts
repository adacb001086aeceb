import { expect, test } from "@/tests/e2e/support/fixtures";
import { apply } from "@/tests/e2e/support/review";
import { hire, signIn } from "@/tests/e2e/support/staff";
import { countMails, waitForMail } from "@/tests/support/mail/mailbox";

test("a member of staff chooses how often emails come, and is told of what is new or not", async ({
  page,
}, { project }) => {
  const [told, untold] = [
    `is.told.${project.name}@example.org`,
    `wants.no.email.${project.name}@example.org`,
  ];
  await signIn(page, await hire(`wants.no.email.${project.name}`));
  await page.getByRole("link", { name: untold }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await expect(page.getByLabel("At most once an hour")).toBeChecked();
  await page.getByLabel("Never").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText("Saved.");
  await expect(page.getByLabel("Never")).toBeChecked();

  // Not before: what others apply for meanwhile would be their one mail of this hour.
  await hire(`is.told.${project.name}`);
  const { path } = await apply("isNews", { scripts: 2787769, "no-scripts": 2785364 }, project.name);
  // Others may have applied at the same moment: then there is a list.
  const digest = await waitForMail(told, /application/);
  expect(digest.links.some((link) => link.endsWith(path))).toBe(true);
  expect(digest.links.some((link) => link.endsWith("/admin/account"))).toBe(true);
  expect(await countMails(new RegExp(`^${untold}$`))).toBe(0);
});
