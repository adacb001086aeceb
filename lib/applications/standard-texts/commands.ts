import type { NewStandardText, StandardTextInput } from "@/lib/applications/standard-texts/schema";
import { prisma, transact, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";

export const maxStandardTexts = 200;

export function createStandardText(
  { kind, reason, locale, ...input }: NewStandardText,
  staffId: string,
): Promise<Result<"tooMany", { id: string }>> {
  return transact(async (tx): Promise<Result<"tooMany", { id: string }>> => {
    if ((await tx.standardText.count()) >= maxStandardTexts)
      return { ok: false, reason: "tooMany" };
    const { id } = await tx.standardText.create({ data: { kind, reason, locale } });
    await writeVersion(tx, { id, number: 1, staffId }, input);
    return { ok: true, id };
  });
}

type Seen = { id: string; version: number; staffId: string };

/** `changedMeanwhile`: a colleague has written another version. */
export function changeStandardText(
  { id, version, staffId }: Seen,
  input: StandardTextInput,
): Promise<Result<"changedMeanwhile">> {
  return transact(async (tx): Promise<Result<"changedMeanwhile">> => {
    const { count } = await tx.standardText.updateMany({
      where: { id, version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) return { ok: false, reason: "changedMeanwhile" };
    await writeVersion(tx, { id, number: version + 1, staffId }, input);
    return { ok: true };
  });
}

/** An earlier version becomes the latest, as a further one. */
export async function putBackStandardText(
  seen: Seen,
  number: number,
): Promise<Result<"changedMeanwhile">> {
  const earlier = await prisma.standardTextVersion.findUnique({
    where: { textId_number: { textId: seen.id, number } },
    select: { title: true, body: true },
  });
  return earlier ? changeStandardText(seen, earlier) : { ok: false, reason: "changedMeanwhile" };
}

/** Nobody is offered it any more, or everybody again. Idempotent. */
export async function retireStandardText(
  id: string,
  staffId: string,
  isRetired: boolean,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.standardText.updateMany({
      where: { id, retiredAt: isRetired ? null : { not: null } },
      data: { retiredAt: isRetired ? new Date() : null },
    });
    if (count)
      await recordEvent(tx, {
        kind: isRetired ? "standard_text_retired" : "standard_text_restored",
        actor: "staff",
        staffId,
        detail: { textId: id },
      });
  });
}

async function writeVersion(
  tx: Transaction,
  { id: textId, number, staffId }: { id: string; number: number; staffId: string },
  { title, body }: StandardTextInput,
): Promise<void> {
  await tx.standardTextVersion.create({ data: { textId, number, title, body, staffId } });
  await recordEvent(tx, {
    kind: "standard_text_written",
    actor: "staff",
    staffId,
    detail: { textId, number },
  });
}
