// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { prisma } from "@/lib/db";
import { hashToken, newToken } from "@/lib/tokens";

/** A browser in which a member of staff is signed in. */
export async function signInAs(userId: string): Promise<TestBrowser> {
  const token = newToken();
  const expires = new Date(Date.now() + 3_600_000);
  await prisma.session.create({ data: { sessionToken: hashToken(token), userId, expires } });
  const browser = new TestBrowser();
  browser.cookies.set("staff-session", { value: token });
  return browser;
}
