import { signatoryDateOf, type SignatoryDates } from "@/lib/cities/signatory-date";

/** Larger groups are announced in a news article instead. */
const maxOnOneDay = 3;

const timeOf = (city: SignatoryDates): number => signatoryDateOf(city).date.getTime();

export const newestFirst = <City extends SignatoryDates>(signatories: readonly City[]): City[] =>
  signatories.toSorted((one, other) => timeOf(other) - timeOf(one));

/** In the order of joining; those of one day as they are given. */
export const oldestFirst = <City extends SignatoryDates>(signatories: readonly City[]): City[] =>
  signatories.toSorted((one, other) => timeOf(one) - timeOf(other));

/** Empty when more than `maxOnOneDay` share the latest day. */
export function newestMembers<City extends SignatoryDates>(signatories: readonly City[]): City[] {
  const [newest, ...others] = newestFirst(signatories);
  if (!newest) return [];
  const ofThatDay = [newest, ...others.filter((city) => timeOf(city) === timeOf(newest))];
  return ofThatDay.length > maxOnOneDay ? [] : ofThatDay;
}
