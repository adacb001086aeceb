import { keyedHash } from "@/lib/abuse/keyed-hash";
import { outdatedEvidence } from "@/lib/applications/correction";
import { outdatedChecks } from "@/lib/applications/checks/checks";
import { transact, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import { retryFailed } from "@/lib/mail/commands";
import type { Result } from "@/lib/result";

type AddressCorrection = {
  mailId: string;
  address: string;
  staffId: string;
};

type AddressCorrectionResult = Result<"dealtWith" | "unknownContact">;

/** Unsent and later mails go there too. */
export const sendToCorrectedAddress = (
  correction: AddressCorrection,
): Promise<AddressCorrectionResult> => transact((tx) => correct(tx, correction));

async function correct(
  tx: Transaction,
  { mailId, address, staffId }: AddressCorrection,
): Promise<AddressCorrectionResult> {
  const retried = await retryFailed(tx, mailId, address);
  if (!retried.ok) return retried;
  const { kind, recipient, applicationId } = retried.mail;
  if (!applicationId) return { ok: false, reason: "unknownContact" };
  const { count } = await tx.application.updateMany({
    where: { id: applicationId, contactEmail: recipient },
    data: { contactEmail: address, version: { increment: 1 } },
  });
  if (count === 0) return { ok: false, reason: "unknownContact" };
  await tx.mail.updateMany({
    where: { applicationId, recipient, sentAt: null },
    data: { recipient: address },
  });
  await tx.evidenceTick.deleteMany({
    where: { applicationId, criterion: { in: outdatedEvidence(["contactEmail"]) } },
  });
  await tx.checkOverride.deleteMany({
    where: { applicationId, check: { in: outdatedChecks(["contactEmail"]) } },
  });
  const detail = { mail: kind, before: markOf(recipient), after: markOf(address) };
  await recordEvent(tx, {
    kind: "mail_readdressed",
    actor: "staff",
    staffId,
    applicationId,
    detail,
  });
  return { ok: true };
}

/** Events are kept for good and hold no address; this hash prefix tells two addresses apart. */
const markOf = (address: string): string => keyedHash("address", address).slice(0, 4);
