import { contactsKeptDaysAfterLeaving } from "@/lib/cities/contacts/retention-days";
import { prisma } from "@/lib/db";
import { before, dayMs } from "@/lib/durations";
import { recordEvent } from "@/lib/events";

/** Deletes the contacts of cities that left long ago. Returns how many. */
export async function eraseFormerContacts(now: Date): Promise<number> {
  const leftBefore = before(now, contactsKeptDaysAfterLeaving * dayMs);
  const due = await prisma.$queryRaw<{ cityId: number }[]>`
    SELECT DISTINCT contact.city_id AS "cityId" FROM member_contact AS contact
    WHERE NOT EXISTS (SELECT FROM signatory WHERE signatory.city_id = contact.city_id)
      AND NOT EXISTS (SELECT FROM event WHERE event.city_id = contact.city_id
        AND kind = 'signatory_removed' AND at > ${leftBefore})`;
  let erased = 0;
  for (const { cityId } of due)
    erased += await prisma.$transaction(async (tx) => {
      const { count } = await tx.memberContact.deleteMany({
        where: { cityId, city: { signatory: null } },
      });
      if (count > 0)
        await recordEvent(tx, {
          kind: "member_contacts_erased",
          actor: "system",
          cityId,
          detail: { count },
        });
      return count;
    });
  return erased;
}
