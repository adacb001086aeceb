import type { CityAction } from "@/lib/actions/schema";
import { defaultLocale } from "@/lib/i18n/locales";

const cities = {
  ghent: { cityId: 2797656, slug: "ghent", name: "Ghent", countryCode: "BE" },
  antwerp: { cityId: 2803138, slug: "antwerp", name: "Antwerp", countryCode: "BE" },
  eindhoven: { cityId: 2756253, slug: "eindhoven", name: "Eindhoven", countryCode: "NL" },
} satisfies Record<string, CityAction["city"]>;

type Differences = Partial<Omit<CityAction, "city">> & { city?: keyof typeof cities };

/** An action of Ghent for equal access, in place, but for what differs. */
export const actionOf = ({ city = "ghent", ...differences }: Differences = {}): CityAction => ({
  id: `${city}-2026-11-02-principle-1`,
  city: cities[city],
  area: "principle_1",
  principle: 1,
  status: "in_place",
  title: null,
  text: "Every library lends laptops.",
  textLocale: defaultLocale,
  date: "2026-11-02",
  source: { name: "Ghent, in its application to the coalition", url: null },
  progress: [{ status: "in_place", since: "2026-11-02" }],
  ...differences,
});
