/** True for "clerk@stad.gent" and "https://besluiten.stad.gent/1". A city may have two domains. */
export function isOfSameDomain(email: string, url: string): boolean {
  const mailDomain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const webDomain = new URL(url).hostname.replace(/^www\./, "");
  return isWithin(mailDomain, webDomain) || isWithin(webDomain, mailDomain);
}

const isWithin = (domain: string, parent: string): boolean =>
  domain === parent || domain.endsWith(`.${parent}`);
