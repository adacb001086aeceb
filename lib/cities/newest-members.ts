import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";

/** More that were announced on one day are news that an article tells. */
const mostOnOneDay = 3;

const timeOf = (city: SignatoryDates): number => signatoryDateOf(city).date.getTime();

/** Signatories, the latest first. */
export const newestFirst = <City extends SignatoryDates>(signatories: readonly City[]): City[] =>
  signatories.toSorted((one, other) => timeOf(other) - timeOf(one));

/**
 * The signatory of the latest day, or the few of that day; none where many were announced at once.
 */
export function newestMembers<City extends SignatoryDates>(signatories: readonly City[]): City[] {
  const [newest, ...others] = newestFirst(signatories);
  if (!newest) return [];
  const ofThatDay = [newest, ...others.filter((city) => timeOf(city) === timeOf(newest))];
  return ofThatDay.length > mostOnOneDay ? [] : ofThatDay;
}
