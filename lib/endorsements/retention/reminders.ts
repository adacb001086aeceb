import { takeMail } from "@/lib/abuse/mail-budget";
import { hashCode, newCode } from "@/lib/endorsements/abuse/confirmation-code";
import { prisma, type Transaction } from "@/lib/db";
import { reminderMail } from "@/lib/endorsements/mails/emails";
import {
  daysBefore,
  expiresWhenSubmittedBefore,
  reminderAfterHours,
} from "@/lib/endorsements/retention/retention-periods";
import { mailResident } from "@/lib/endorsements/mails/mailer";
import type { Prisma } from "@/prisma/generated/client";

const batch = 500;

/** Each endorsement once. Returns the number of mails. */
export async function remindUnconfirmed(now: Date): Promise<number> {
  const isDue = {
    state: "unconfirmed",
    submittedAt: {
      lte: daysBefore(now, reminderAfterHours / 24),
      gt: expiresWhenSubmittedBefore(now),
    },
    remindedAt: null,
    email: { not: null },
    hasStoppedMails: false,
  } as const;
  let reminded = 0;
  for (;;) {
    const due = await prisma.endorsement.findMany({
      where: isDue,
      select: addressee,
      orderBy: { submittedAt: "desc" },
      take: batch,
    });
    if (due.length === 0) return reminded;
    for (const endorsement of due)
      reminded += await prisma.$transaction((tx) => remind(tx, endorsement, now));
  }
}

const addressee = {
  id: true,
  kind: true,
  placeId: true,
  addressHash: true,
  locale: true,
  email: true,
  place: { select: { name: true, city: { select: { name: true } } } },
} satisfies Prisma.EndorsementSelect;

type Unconfirmed = Prisma.EndorsementGetPayload<{ select: typeof addressee }>;

/** One mail for all endorsements of an address for a city; none once one is confirmed or disowned. */
async function remind(
  tx: Transaction,
  { id, kind, placeId, addressHash, place, ...endorsement }: Unconfirmed,
  now: Date,
): Promise<number> {
  const { count } = await tx.endorsement.updateMany({
    where: { id, state: "unconfirmed", remindedAt: null },
    data: { remindedAt: now },
  });
  if (count === 0) return 0;
  const isSettled =
    (await tx.endorsement.count({
      where: {
        addressHash,
        placeId,
        kind,
        id: { not: id },
        OR: [{ activeAddressHash: { not: null } }, { remindedAt: { not: null } }],
      },
    })) > 0 || (await tx.suppression.count({ where: { addressHash, reason: "not_me" } })) > 0;
  if (isSettled || !endorsement.email || !(await takeMail(tx, endorsement.email, now))) return 0;
  const code = newCode();
  await tx.endorsement.update({
    where: { id },
    data: { codeHash: hashCode(id, code), codeAttempts: 0 },
  });
  await mailResident(
    tx,
    { id, cityName: place.city?.name ?? place.name, ...endorsement },
    "endorsement_reminder",
    (mail) => reminderMail({ ...mail, kind, code }),
  );
  return 1;
}
