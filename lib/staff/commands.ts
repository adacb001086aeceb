import type { DigestPeriod, StaffRole } from "@/prisma/generated/enums";
import { prisma, type Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { recordEvent } from "@/lib/events";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import type { Result } from "@/lib/result";
import { invitationMail } from "@/lib/staff/mails/emails";
import { may } from "@/lib/staff/permissions";
import type { NewStaff } from "@/lib/staff/schema";

/** A member of staff, or null for the operator at the command line. */
type By = string | null;

export const addStaff = (person: NewStaff, by: By): Promise<Result<"alreadyStaff">> =>
  prisma.$transaction((tx) => add(tx, person, by));

/** The email holds no secret: the way in is the usual one. */
export async function inviteStaff(person: NewStaff, by: string): Promise<Result<"alreadyStaff">> {
  return prisma.$transaction(async (tx) => {
    const result = await add(tx, person, by);
    if (!result.ok) return result;
    const content = await invitationMail({
      locale: defaultLocale,
      role: person.role,
      url: `${siteUrl()}/admin/sign-in`,
    });
    await enqueueMail(tx, {
      kind: "staff_invitation",
      to: person.email,
      locale: defaultLocale,
      content,
    });
    return result;
  });
}

async function add(tx: Transaction, person: NewStaff, by: By): Promise<Result<"alreadyStaff">> {
  const known = await tx.user.findUnique({
    where: { email: person.email },
    select: { removedAt: true },
  });
  if (known && !known.removedAt) return { ok: false, reason: "alreadyStaff" };
  await admit(tx, person, by);
  return { ok: true };
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
    await tx.savedFilter.deleteMany({ where: { staffId: member.id } });
    await tx.mail.deleteMany({
      where: { recipient: email, kind: { in: ["staff_digest", "staff_invitation"] }, sentAt: null },
    });
    await recordEvent(tx, {
      kind: "staff_removed",
      ...actor(by),
      detail: { memberId: member.id, role: member.role satisfies StaffRole },
    });
    return { ok: true };
  });
}

type RoleChange = {
  memberId: string;
  /** The role that was seen when this one was chosen. */
  from: StaffRole;
  to: StaffRole;
};

/** Holds with the member's next request. */
export async function changeRole(
  { memberId, from, to }: RoleChange,
  by: string,
): Promise<Result<"changedMeanwhile" | "lastAdministrator">> {
  return prisma.$transaction(async (tx) => {
    const administrators = await lockAdministrators(tx);
    const member = await tx.user.findFirst({
      where: { id: memberId, removedAt: null },
      select: { role: true },
    });
    if (member?.role !== from) return { ok: false, reason: "changedMeanwhile" };
    if (from === to) return { ok: true };
    if (isLast(administrators, memberId)) return { ok: false, reason: "lastAdministrator" };
    await tx.user.update({ where: { id: memberId }, data: { role: to } });
    if (!may(to, "reviewApplications"))
      await tx.reviewNotice.deleteMany({ where: { staffId: memberId } });
    await recordEvent(tx, {
      kind: "staff_role_changed",
      ...actor(by),
      detail: { memberId, before: from, after: to },
    });
    return { ok: true };
  });
}

/** Also ends the links to sign in that were sent. */
export async function signOutEverywhere(memberId: string, by: string): Promise<Result<"notStaff">> {
  return prisma.$transaction(async (tx) => {
    const member = await tx.user.findUnique({ where: { id: memberId }, select: { email: true } });
    if (!member) return { ok: false, reason: "notStaff" };
    const { count } = await tx.session.deleteMany({ where: { userId: memberId } });
    await tx.verificationToken.deleteMany({ where: { identifier: member.email } });
    await recordEvent(tx, {
      kind: "staff_signed_out",
      ...actor(by),
      detail: { memberId, sessions: count },
    });
    return { ok: true };
  });
}

export async function endOwnSession(sessionId: string, userId: string): Promise<void> {
  await prisma.session.deleteMany({ where: { id: sessionId, userId } });
}

/** What colleagues see beside decisions; null: the address stands there. */
export async function chooseName(staffId: string, name: string | null): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const member = await tx.user.findFirst({
      where: { id: staffId, removedAt: null },
      select: { name: true },
    });
    if (!member || member.name === name) return;
    await tx.user.update({ where: { id: staffId }, data: { name } });
    await recordEvent(tx, {
      kind: "staff_renamed",
      ...actor(staffId),
      detail: { memberId: staffId },
    });
  });
}

/** Choosing "none" also drops the news noted so far. */
export async function chooseDigest(staffId: string, digest: DigestPeriod): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.user.updateMany({ where: { id: staffId, removedAt: null }, data: { digest } });
    if (digest === "none") await tx.reviewNotice.deleteMany({ where: { staffId } });
  });
}

export async function switchMorningMail(staffId: string, hasMorningMail: boolean): Promise<void> {
  await prisma.user.updateMany({
    where: { id: staffId, removedAt: null },
    data: { hasMorningMail },
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

/** Serialises changes, so that two administrators cannot remove or demote each other at once. */
const lockAdministrators = (tx: Transaction): Promise<{ id: string }[]> =>
  tx.$queryRaw`
    SELECT id FROM staff WHERE role = 'administrator' AND removed_at IS NULL
    ORDER BY id FOR UPDATE`;

const isLast = (administrators: { id: string }[], id: string): boolean =>
  administrators.length === 1 && administrators[0]?.id === id;

const actor = (by: By) =>
  by ? { actor: "staff" as const, staffId: by } : { actor: "system" as const };
