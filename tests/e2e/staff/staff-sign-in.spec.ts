import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { post, readForms } from "@/tests/e2e/support/posted-forms";
import { hire, openSignInMail } from "@/tests/e2e/support/staff";

test("a reviewer signs in by the link in a real mail, and out again", async ({ page }, {
  project,
}) => {
  const email = await hire(`signs.in.${project.name}`);
  const link = await openSignInMail(page, email);

  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You have signed out.")).toBeVisible();
  expect(await prisma.session.count({ where: { user: { email } } })).toBe(0);
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
});

test("scanners that follow the link use nothing up; the button works once @scripts", async ({
  page,
  request,
}) => {
  const email = await hire("is.scanned");
  const link = await openSignInMail(page, email);

  for (const method of ["GET", "HEAD", "GET"])
    expect((await request.fetch(link, { method })).ok()).toBe(true);
  expect(await prisma.session.count({ where: { user: { email } } })).toBe(0);

  await page.goto(link);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole("alert").filter({ hasText: "does not work any more" })).toBeVisible();
});

test("the session's cookie is for the panel alone, out of reach of scripts and of other sites @scripts", async ({
  page,
}) => {
  const link = await openSignInMail(page, await hire("has.cookie"));
  await page.goto(link);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  const cookies = (await page.context().cookies()).sort((one, other) =>
    other.name.localeCompare(one.name),
  );
  expect(cookies).toMatchObject([
    { name: "staff-session", path: "/admin", httpOnly: true, sameSite: "Lax" },
    { name: "staff-device", path: "/admin/sign-in", httpOnly: true, sameSite: "Lax" },
  ]);
  expect(await prisma.session.count({ where: { sessionToken: cookies[0]?.value ?? "" } })).toBe(0);
});

test("a stranger who asks fifty times for a member's links keeps the member out of nothing @scripts", async ({
  page,
  playwright,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const email = await hire("is.pestered");
  const stranger = await playwright.request.newContext({ baseURL });
  const [form = {}] = await readForms(page, "/admin/sign-in");
  const pester = async () => {
    for (let time = 0; time < 50; time++) {
      const answer = await post(stranger, "/admin/sign-in", { ...form, email }, baseURL ?? "");
      expect(answer.headers().location).toBe("/admin/sign-in?sent=yes");
    }
  };

  await pester();
  await page.goto(await openSignInMail(page, email));
  await pester();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  // Five that are unused, and room for one more after that of the member.
  expect(await prisma.mail.count({ where: { recipient: email } })).toBeLessThanOrEqual(6);

  // This browser is known from now on: a new mail comes, whatever strangers ask.
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You have signed out.")).toBeVisible();
  await pester();
  await page.goto("/admin/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("Each of those still works")).toBeVisible();
  const forThisBrowser = { recipient: email, kind: "staff_sign_in_known_device" } as const;
  await expect.poll(() => prisma.mail.count({ where: forThisBrowser })).toBe(1);
  await stranger.dispose();
});

test("a stranger reads the same as staff, and gets no mail @scripts", async ({ page }) => {
  const stranger = "stranger@example.org";
  await page.goto("/admin/sign-in");
  await page.getByLabel("Email address").fill(stranger);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();

  await openSignInMail(page, await hire("is.no.stranger"));
  expect(await prisma.mail.count({ where: { recipient: stranger } })).toBe(0);
});

test("what is no address is said beside the field, and stays", async ({ page }) => {
  await page.goto("/admin/sign-in");
  await page.getByLabel("Email address").fill("reviewer");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("link", { name: /Give an email address/ })).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue("reviewer");
});

test("a member of staff who is removed is out with the next click @scripts", async ({ page }) => {
  const email = await hire("leaves");
  await page.goto(await openSignInMail(page, email));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  await prisma.user.update({ where: { email }, data: { removedAt: new Date() } });
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
});
