/** The countries with a signatory, and the years in which one signed, newest first: what a list of them can be narrowed to. */
export function facetsOf(signatories: { countryCode: string; signedOn: Date }[]): { countryCodes: string[]; years: number[] } {
  const countryCodes = new Set(signatories.map(({ countryCode }) => countryCode));
  const years = new Set(signatories.map(({ signedOn }) => signedOn.getUTCFullYear()));
  return { countryCodes: [...countryCodes].sort(), years: [...years].sort((one, other) => other - one) };
}
