import { domainOf } from "@/lib/abuse/mail-domain";

/** An address that is thrown away after minutes: at one of the domains, or below it. */
export function isDisposable(address: string, domains: readonly string[]): boolean {
  const domain = domainOf(address);
  return domains.some((each) => domain === each || domain.endsWith(`.${each}`));
}
