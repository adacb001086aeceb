import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";

export function facetsOf(signatories: (SignatoryDates & { countryCode: string })[]): {
  countryCodes: string[];
  years: number[];
} {
  const countryCodes = new Set(signatories.map(({ countryCode }) => countryCode));
  const years = new Set(signatories.map((dates) => signatoryDateOf(dates).date.getUTCFullYear()));
  return {
    countryCodes: [...countryCodes].sort(),
    years: [...years].sort((one, other) => other - one),
  };
}
