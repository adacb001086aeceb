import { contactAddress } from "@/lib/mail/contact-address";
import { readSettings } from "@/lib/settings/queries";
import { defaultSettings } from "@/lib/settings/schema";

/** Pages of texts need no database: while it is away they name the addresses known last. */
let known = defaultSettings;

/** What public pages name. Emails and errors name the address that the emails come from. */
export async function readPublicAddresses(): Promise<{ contact: string; press: string }> {
  known = await readSettings().catch(() => known);
  const contact = known.contactAddress || contactAddress();
  return { contact, press: known.pressAddress || contact };
}
