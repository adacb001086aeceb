import { budgetDomainOf, domainOf } from "@/lib/abuse/mail-domain";
import {
  ignoredCharacters,
  withHyphenTags,
  withSubdomainsOfUsers,
} from "@/lib/abuse/mail-providers";

/**
 * A coarse key for budgets only: `Vic.Tim+7@GoogleMail.com` → `victim@gmail.com`.
 * Strips tags at every domain: to count one mailbox as many would let a stranger flood it.
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

const userOfSubdomain = (written: string, domain: string): string =>
  written
    .slice(0, -domain.length - 1)
    .split(".")
    .at(-1) ?? "";

const withoutTags = (local: string, domain: string): string =>
  local.replace(withHyphenTags.test(domain) ? /(?<=.)[+-].*$/ : /(?<=.)\+.*$/, "");
