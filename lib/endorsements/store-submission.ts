import { takenMail } from "@/lib/abuse/mail-budget";
import { prepared } from "@/lib/database/prepared";
import { prisma } from "@/lib/db";
import type { EndorsementLinks } from "@/lib/endorsements/mails/links";
import type { Locale } from "@/lib/i18n/locales";
import { enqueuedMail, type MailContent } from "@/lib/mail/outbox";
import { hashToken } from "@/lib/tokens";
import { Prisma } from "@/prisma/generated/client";
import type { EndorsementKind, HoldReason } from "@/prisma/generated/enums";

export type NewEndorsement = {
  id: string;
  kind: EndorsementKind;
  placeId: number;
  locale: Locale;
  declarationVersion: string;
  email: string;
  name: string | null;
  isNamePublic: boolean;
  wantsNews: boolean;
  addressHash: string;
  statusKeyHash: string;
  /** Null where no mail is to be sent: then no code is right. */
  codeHash: string | null;
  heldFor: HoldReason[];
  networkHashPrefix: string | null;
  submittedAt: Date;
};

export type SubmissionMail = {
  links: EndorsementLinks;
  content: MailContent;
  /** To the confirmed address of an active endorsement: the two may have been wrongly matched. */
  to: string;
};

/**
 * `sentBefore`: the same form was sent a moment ago. `changed`: the active endorsement has ended
 * meanwhile.
 */
type Stored = "stored" | "sentBefore" | "changed";

/**
 * The row, its link and its mail in one statement, which is one transaction.
 * @param activeId the address's active endorsement: the mail leads there, and nothing personal is
 *   stored of this one
 */
export async function storeSubmission(
  row: NewEndorsement,
  activeId: string | null,
  { links, content, to }: SubmissionMail,
): Promise<Stored> {
  const canBeMailed = row.codeHash !== null;
  const isKept = canBeMailed && !activeId;
  const { id, email, locale, submittedAt } = row;
  const mail = {
    kind: activeId ? "endorsement_already_counts" : "endorsement_confirm",
    ...{ to, locale, content, unsubscribeUrl: links.unsubscribeUrl },
    endorsementId: activeId ?? id,
  } as const;
  const [outcome] = await prisma.$queryRaw<OutcomeRow[]>`${prepared}
    WITH active AS (SELECT id FROM endorsement WHERE id = ${activeId}::uuid FOR KEY SHARE),
    stored AS (${insertedRow(isKept ? row : { ...row, ...withoutPersonalData }, activeId)}),
    taken AS (${takenMail(email, submittedAt, Prisma.sql`stored WHERE ${canBeMailed}::bool`)}),
    link AS (
      INSERT INTO endorsement_link (token_hash, endorsement_id)
      SELECT ${hashToken(links.token)}, ${activeId ?? id}::uuid FROM stored
    ),
    mail AS (${enqueuedMail(mail, Prisma.sql`taken`)})
    SELECT EXISTS (SELECT FROM stored) AS "isStored", EXISTS (SELECT FROM taken) AS "isMailed",
      ${activeId}::uuid IS NULL OR EXISTS (SELECT FROM active) AS "isUnchanged"`;
  if (!outcome?.isUnchanged) return "changed";
  if (!outcome.isStored) return "sentBefore";
  if (canBeMailed && !outcome.isMailed) await forgetPerson(id);
  return "stored";
}

type OutcomeRow = { isStored: boolean; isMailed: boolean; isUnchanged: boolean };

type Row = Omit<NewEndorsement, "email"> & { email: string | null };

const insertedRow = (row: Row, activeId: string | null): Prisma.Sql => Prisma.sql`
  INSERT INTO endorsement (id, kind, place_id, locale, declaration_version, email, name,
    is_name_public, wants_news, address_hash, status_key_hash, code_hash, held_for,
    network_hash_prefix, asked_at)
  SELECT ${row.id}::uuid, ${row.kind}::endorsement_kind, ${row.placeId}::int, ${row.locale},
    ${row.declarationVersion}, ${row.email}, ${row.name}, ${row.isNamePublic}::bool,
    ${row.wantsNews}::bool, ${row.addressHash}, ${row.statusKeyHash}, ${row.codeHash},
    ${row.heldFor}::text[]::hold_reason[], ${row.networkHashPrefix},
    ${row.submittedAt.toISOString()}::timestamptz
  WHERE ${activeId}::uuid IS NULL OR EXISTS (SELECT FROM active)
  ON CONFLICT DO NOTHING RETURNING id`;

/** For those that cannot be confirmed: active endorsement already, or no mail sent. */
const withoutPersonalData = {
  email: null,
  name: null,
  isNamePublic: false,
  wantsNews: false,
  networkHashPrefix: null,
};

/** Concurrent submissions have used up the mailbox's mails of the day. */
async function forgetPerson(id: string): Promise<void> {
  await prisma.endorsement.updateMany({
    where: { id },
    data: { ...withoutPersonalData, codeHash: null },
  });
}
