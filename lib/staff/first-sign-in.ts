import { prisma } from "@/lib/db";
import { readEnv, siteUrl } from "@/lib/env";
import { addStaff, admit } from "@/lib/staff/commands";
import { staffEmailSchema } from "@/lib/staff/schema";
import { issueSignInToken } from "@/lib/staff/sign-in";
import { hashToken, newToken } from "@/lib/tokens";
import { after, hourMs } from "@/lib/durations";

export const linkLifetimeInHours = 24;

/** Used where other sign-in tokens have an address. */
const identifier = "first-administrator";

export async function ensureFirstAdministrator(): Promise<void> {
  const { ADMIN_EMAIL } = readEnv();
  if (!ADMIN_EMAIL || (await countStaff({ role: "administrator" }))) return;
  await addStaff(
    { email: staffEmailSchema.parse(ADMIN_EMAIL), name: null, role: "administrator" },
    null,
  );
}

/** Works once, within a day and until the next start. Null once there is staff. */
export async function firstSignInLink(): Promise<string | null> {
  if (await countStaff()) return null;
  const token = newToken();
  const expires = after(new Date(), linkLifetimeInHours * hourMs);
  await prisma.$transaction([
    prisma.verificationToken.deleteMany({ where: { identifier } }),
    prisma.verificationToken.create({ data: { identifier, token: hashToken(token), expires } }),
  ]);
  return `${siteUrl()}/admin/sign-in/first?token=${token}`;
}

/** Does not use the link up. */
export async function isFirstSignInToken(token: string): Promise<boolean> {
  return (
    (await prisma.verificationToken.count({ where: workingLink(token) })) > 0 &&
    (await countStaff()) === 0
  );
}

/** Uses the link up. Returns a sign-in token, or null when the link is invalid. */
export async function admitFirstAdministrator(
  token: string,
  email: string,
): Promise<string | null> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.verificationToken.deleteMany({ where: workingLink(token) });
    if (count === 0 || (await tx.user.count({ where: { removedAt: null } }))) return null;
    await admit(tx, { email, name: null, role: "administrator" }, null);
    return issueSignInToken(tx, email);
  });
}

const workingLink = (token: string) => ({
  identifier,
  token: hashToken(token),
  expires: { gt: new Date() },
});

const countStaff = (where: { role?: "administrator" } = {}): Promise<number> =>
  prisma.user.count({ where: { ...where, removedAt: null } });
