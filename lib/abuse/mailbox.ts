import { budgetDomainOf, domainOf } from "@/lib/abuse/mail-domain";
import {
  ignoredCharacters,
  withHyphenTags,
  withSubdomainsOfUsers,
} from "@/lib/abuse/mail-providers";

/**
 * The mailbox that an address may lead to: `Vic.Tim+7@GoogleMail.com` → `victim@gmail.com`. Coarser
 * than that of one endorsement: tags are taken off at every domain, though only its owner knows
 * what they mean there. To take two mailboxes for one costs some people a mail until tomorrow; to
 * take one for many lets a stranger flood it. For budgets alone, never for sending nor for telling
 * people apart.
 */
export function mailboxOf(address: string): string {
  const [written, domain] = [domainOf(address), budgetDomainOf(address)];
  const local =
    withSubdomainsOfUsers.has(domain) && written !== domain
      ? userOfSubdomain(written, domain)
      : address.slice(0, address.lastIndexOf("@"));
  const untagged = withoutTags(local.normalize("NFKC").toLowerCase(), domain);
  return `${untagged.replace(ignoredCharacters[domain] ?? "", "")}@${domain}`;
}

/** `city@ada.fastmail.com` is in the mailbox of Ada, and so is what stands before that. */
const userOfSubdomain = (written: string, domain: string): string =>
  written
    .slice(0, -domain.length - 1)
    .split(".")
    .at(-1) ?? "";

/** What stands before the first mark; all of it where that would be nothing. */
const withoutTags = (local: string, domain: string): string =>
  local.replace(withHyphenTags.test(domain) ? /(?<=.)[+-].*$/ : /(?<=.)\+.*$/, "");
