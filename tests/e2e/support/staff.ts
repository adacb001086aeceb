import type { Page } from "@playwright/test";
import { prisma } from "@/lib/db";
import { sessionHours } from "@/lib/staff/session-hours";
import { hashToken, newToken } from "@/lib/tokens";
import { waitForMail } from "@/tests/support/mail/mailbox";
import { expect } from "@/tests/e2e/support/fixtures";
import type { StaffRole } from "@/prisma/generated/enums";

/** The first administrator of the site under test. */
export const administratorEmail = "administrator@citiesfordigitalrights.org";

/**
 * Puts somebody on the staff. Gives the address, which is nobody else's in this run. They get no
 * morning mail: on the morning of a working day, it would tell what another mail is waited for.
 */
export async function hire(who: string, role: StaffRole = "reviewer"): Promise<string> {
  const email = `${who}@example.org`;
  await prisma.user.create({ data: { email, role, hasMorningMail: false } });
  return email;
}

/** Asks for a sign-in link and takes it out of the mail. */
export async function openSignInMail(page: Page, email: string): Promise<string> {
  await page.goto("/admin/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
  const { links } = await waitForMail(email, /sign/i);
  const link = links.find((address) => address.includes("/admin/sign-in/continue?token="));
  if (!link) throw new Error("The mail has no link to sign in.");
  return link;
}

/**
 * Lets the browser be signed in, as after the way by mail, which has tests of its own; and opens
 * the panel.
 */
export async function signIn(page: Page, email: string): Promise<void> {
  const { id: userId } = await prisma.user.findUniqueOrThrow({ where: { email } });
  const token = newToken();
  const expires = new Date(Date.now() + sessionHours * 3_600_000);
  await prisma.session.create({ data: { sessionToken: hashToken(token), userId, expires } });
  await page.context().addCookies([
    {
      name: "staff-session",
      value: token,
      domain: "localhost",
      path: "/admin",
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1, name: "Applications" })).toBeVisible();
}
