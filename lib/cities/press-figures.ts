import { countCountries, countSignatories } from "@/lib/cities/queries";
import { startOfDay } from "@/lib/durations";
import type { PressFigures } from "@/lib/press/facts";

export async function loadPressFigures(): Promise<PressFigures> {
  const [cities, countries] = await Promise.all([countSignatories(), countCountries()]);
  return { cities, countries, date: startOfDay(new Date()) };
}
