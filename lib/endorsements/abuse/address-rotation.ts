import { addressHashes, hashAddress } from "@/lib/endorsements/abuse/address";
import { prisma, type Transaction } from "@/lib/db";
import { acceptedSecrets } from "@/lib/site-secrets";

// While SECRET is rotated, what is stored of an address moves to its hash under the current one:
// as soon as the address is used again, and each night where the address itself is stored. All
// rows of an address move together, so that they are always found by one hash.

type Move = { from: string; to: string };

async function moveToCurrentHash(tx: Transaction, address: string): Promise<void> {
  const [to = "", ...previous] = addressHashes(address);
  await moveAll(
    tx,
    previous.map((from) => ({ from, to })),
  );
}

/** Before anything is looked up by the hash of an address. */
export async function moveAddress(address: string): Promise<void> {
  if (acceptedSecrets().length > 1)
    await prisma.$transaction((tx) => moveToCurrentHash(tx, address));
}

/** As read before, with the hash that its address has now. */
export async function withCurrentHash<Row extends { email: string | null; addressHash: string }>(
  row: Row,
): Promise<Row> {
  const { email, addressHash } = row;
  if (email === null || !addressHashes(email).slice(1).includes(addressHash)) return row;
  await prisma.$transaction((tx) => moveToCurrentHash(tx, email));
  return { ...row, addressHash: hashAddress(email) };
}

const batch = 1_000;

/** Returns how many rows of addresses were moved. Of suppressions no address is stored. */
export async function moveStoredAddresses(): Promise<number> {
  if (acceptedSecrets().length === 1) return 0;
  let moved = 0;
  for (let after: string | undefined; ;) {
    const rows = await prisma.endorsement.findMany({
      where: { email: { not: null }, ...(after && { id: { gt: after } }) },
      select: { id: true, email: true, addressHash: true },
      orderBy: { id: "asc" },
      take: batch,
    });
    const moves = rows.flatMap(({ email, addressHash: from }) => {
      const [to = "", ...previous] = addressHashes(email ?? "");
      return previous.includes(from) ? [{ from, to }] : [];
    });
    await prisma.$transaction((tx) => moveAll(tx, moves));
    moved += moves.length;
    after = rows.at(-1)?.id;
    if (rows.length < batch) return moved;
  }
}

/** What would stand beside a row of the same address already stays as it is. */
async function moveAll(tx: Transaction, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const from = moves.map((move) => move.from);
  const to = moves.map((move) => move.to);
  await tx.$executeRaw`
    UPDATE endorsement SET
      address_hash = move."to",
      active_address_hash = CASE WHEN active_address_hash IS NOT NULL THEN move."to" END
    FROM unnest(${from}::text[], ${to}::text[]) AS move("from", "to")
    WHERE address_hash = move."from" AND NOT (active_address_hash IS NOT NULL AND EXISTS (
      SELECT FROM endorsement other
      WHERE other.place_id = endorsement.place_id AND other.kind = endorsement.kind
        AND other.active_address_hash = move."to"))`;
  await tx.$executeRaw`
    UPDATE suppression SET address_hash = move."to"
    FROM unnest(${from}::text[], ${to}::text[]) AS move("from", "to")
    WHERE address_hash = move."from" AND NOT EXISTS (
      SELECT FROM suppression other
      WHERE other.city_id = suppression.city_id AND other.kind = suppression.kind
        AND other.address_hash = move."to")`;
}
