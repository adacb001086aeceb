import { randomUUID } from "node:crypto";
import { ensureCity } from "@/lib/cities/commands";
import { prisma } from "@/lib/db";
import { recordCount } from "@/lib/endorsements/counts/record-count";

/**
 * Lets so many residents have asked for a city: what a confirmation counts, without the mails of
 * each.
 */
export async function recordEndorsements(cityId: number, count: number): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await ensureCity(tx, cityId);
    for (let number = 0; number < count; number++)
      await recordCount(tx, { cityId, kind: "asks" }, "added", new Date());
  });
}

/** Lets a resident's confirmed ask wait for staff. */
export async function holdEndorsement(cityId: number, email: string): Promise<void> {
  const addressHash = `hash of ${email}`;
  await prisma.endorsement.create({
    data: {
      ...{
        kind: "asks",
        state: "held",
        heldFor: ["mail_domain"],
        placeId: cityId,
        email,
        addressHash,
        activeAddressHash: addressHash,
      },
      ...{
        locale: "en",
        declarationVersion: "2018",
        statusKeyHash: randomUUID(),
        codeHash: "",
        confirmedAt: new Date(),
      },
    },
  });
}
