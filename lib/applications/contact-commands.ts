import { keyedHash } from "@/lib/abuse/keyed-hash";
import { outdatedEvidence } from "@/lib/applications/correction";
import { prisma, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import { retryFailed } from "@/lib/mail/commands";

type AddressCorrection = {
  mailId: string;
  address: string;
  staffId: string;
};

/** Thrown inside the transaction to roll it back. */
class NoContact extends Error {}

/** Unsent and later mails go there too. False: mail already dealt with, or contact unknown. */
export async function sendToCorrectedAddress(correction: AddressCorrection): Promise<boolean> {
  try {
    return await prisma.$transaction((tx) => correct(tx, correction));
  } catch (error) {
    if (error instanceof NoContact) return false;
    throw error;
  }
}

async function correct(
  tx: Transaction,
  { mailId, address, staffId }: AddressCorrection,
): Promise<boolean> {
  const mail = await retryFailed(tx, mailId, address);
  if (!mail) return false;
  const { kind, recipient, applicationId } = mail;
  if (!applicationId) throw new NoContact();
  const { count } = await tx.application.updateMany({
    where: { id: applicationId, contactEmail: recipient },
    data: { contactEmail: address, version: { increment: 1 } },
  });
  if (count === 0) throw new NoContact();
  await tx.mail.updateMany({
    where: { applicationId, recipient, sentAt: null },
    data: { recipient: address },
  });
  await tx.evidenceTick.deleteMany({
    where: { applicationId, criterion: { in: outdatedEvidence(["contactEmail"]) } },
  });
  const detail = { mail: kind, before: markOf(recipient), after: markOf(address) };
  await recordEvent(tx, {
    kind: "mail_readdressed",
    actor: "staff",
    staffId,
    applicationId,
    detail,
  });
  return true;
}

/** Events are kept for good and hold no address; this hash prefix tells two addresses apart. */
const markOf = (address: string): string => keyedHash("address", address).slice(0, 4);
