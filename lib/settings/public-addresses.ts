import { contactAddress } from "@/lib/mail/contact-address";
import { readSettings } from "@/lib/settings/queries";

/** What public pages name. Emails and errors name the address that the emails come from. */
export async function readPublicAddresses(): Promise<{ contact: string; press: string }> {
  const settings = await readSettings();
  const contact = settings.contactAddress || contactAddress();
  return { contact, press: settings.pressAddress || contact };
}
