import { prisma } from "@/lib/db";

/** The token in the newest kept mail to an address: what its reader would press. */
export async function tokenMailedTo(recipient: string): Promise<string> {
  const mail = await prisma.mail.findFirstOrThrow({
    where: { recipient },
    orderBy: { createdAt: "desc" },
  });
  const [, token] = /\/applications\/([\w-]+)/.exec(mail.text ?? "") ?? [];
  if (!token) throw new Error(`No link to an application in "${mail.subject}".`);
  return token;
}
