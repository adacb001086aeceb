/**
 * Says whether an e-mail address and a web address belong together: "clerk@stad.gent" and
 * "https://besluiten.stad.gent/1" do. Where they do not, the city may have two domains, or somebody
 * points at a resolution of others.
 */
export function isOfSameDomain(email: string, url: string): boolean {
  const mailDomain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const webDomain = new URL(url).hostname.replace(/^www\./, "");
  return isWithin(mailDomain, webDomain) || isWithin(webDomain, mailDomain);
}

const isWithin = (domain: string, parent: string): boolean =>
  domain === parent || domain.endsWith(`.${parent}`);
