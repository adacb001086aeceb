import type { DigestPeriod, StaffRole } from "@/prisma/generated/enums";
import { prisma, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Locale } from "@/lib/i18n/locales";
import type { Result } from "@/lib/result";
import type { NewStaff } from "@/lib/staff/schema";

/** A member of staff, or null for the operator at the command line. */
type By = string | null;

export async function addStaff(person: NewStaff, by: By): Promise<Result<"alreadyStaff">> {
  return prisma.$transaction(async (tx) => {
    const known = await tx.user.findUnique({
      where: { email: person.email },
      select: { removedAt: true },
    });
    if (known && !known.removedAt) return { ok: false, reason: "alreadyStaff" };
    await admit(tx, person, by);
    return { ok: true };
  });
}

export async function admit(
  tx: Transaction,
  { email, name, role }: NewStaff,
  by: By,
): Promise<void> {
  const { id } = await tx.user.upsert({
    where: { email },
    create: { email, name, role },
    update: { role, removedAt: null, ...(name && { name }) },
    select: { id: true },
  });
  await recordEvent(tx, { kind: "staff_added", ...actor(by), detail: { memberId: id, role } });
}

/** The row stays, because decisions refer to it. `evenTheLastAdministrator`: for the operator. */
export async function removeStaff(
  email: string,
  by: By,
  evenTheLastAdministrator = false,
): Promise<Result<"notStaff" | "lastAdministrator">> {
  return prisma.$transaction(async (tx) => {
    const administrators = await lockAdministrators(tx);
    const member = await tx.user.findFirst({
      where: { email, removedAt: null },
      select: { id: true, role: true },
    });
    if (!member) return { ok: false, reason: "notStaff" };
    if (isLast(administrators, member.id) && !evenTheLastAdministrator)
      return { ok: false, reason: "lastAdministrator" };

    await tx.user.update({ where: { id: member.id }, data: { removedAt: new Date() } });
    await tx.session.deleteMany({ where: { userId: member.id } });
    await tx.verificationToken.deleteMany({ where: { identifier: email } });
    await tx.reviewNotice.deleteMany({ where: { staffId: member.id } });
    await tx.mail.deleteMany({ where: { recipient: email, kind: "staff_digest", sentAt: null } });
    await recordEvent(tx, {
      kind: "staff_removed",
      ...actor(by),
      detail: { memberId: member.id, role: member.role satisfies StaffRole },
    });
    return { ok: true };
  });
}

/** Choosing "none" also drops the news noted so far. */
export async function chooseDigest(staffId: string, digest: DigestPeriod): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.user.updateMany({ where: { id: staffId, removedAt: null }, data: { digest } });
    if (digest === "none") await tx.reviewNotice.deleteMany({ where: { staffId } });
  });
}

/** None: applications in all languages. */
export async function chooseLanguages(
  staffId: string,
  languages: readonly Locale[],
): Promise<void> {
  await prisma.user.updateMany({
    where: { id: staffId, removedAt: null },
    data: { languages: [...languages] },
  });
}

export async function switchShortcuts(staffId: string, hasShortcuts: boolean): Promise<void> {
  await prisma.user.updateMany({ where: { id: staffId, removedAt: null }, data: { hasShortcuts } });
}

/** Serialises removals, so that two administrators cannot remove each other at once. */
const lockAdministrators = (tx: Transaction): Promise<{ id: string }[]> =>
  tx.$queryRaw`SELECT id FROM staff WHERE role = 'administrator' AND removed_at IS NULL ORDER BY id FOR UPDATE`;

const isLast = (administrators: { id: string }[], id: string): boolean =>
  administrators.length === 1 && administrators[0]?.id === id;

const actor = (by: By) =>
  by ? { actor: "staff" as const, staffId: by } : { actor: "system" as const };
