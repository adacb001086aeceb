import { fitsFilter, type ActionFilter, type CityAction } from "@/lib/actions/schema";
import { ActionStatus, ChecklistArea } from "@/prisma/generated/enums";

export type Facet<Value extends string> = { value: Value; actions: number };

export type ActionFacets = {
  areas: Facet<ChecklistArea>[];
  cities: (Facet<string> & { name: string })[];
  countries: Facet<string>[];
  statuses: Facet<ActionStatus>[];
};

/** How many actions each choice would show while the others stay. What is chosen is among them. */
export function facetsOf(all: readonly CityAction[], filter: ActionFilter): ActionFacets {
  const areas = countBy(all, filter, "area", ({ area }) => area);
  const cities = countBy(all, filter, "city", ({ city }) => city.slug);
  const countries = countBy(all, filter, "country", ({ city }) => city.countryCode);
  const statuses = countBy(all, filter, "status", ({ status }) => status);
  const names = new Map(all.map(({ city }) => [city.slug, city.name]));
  return {
    areas: inOrder(areas, Object.values(ChecklistArea)),
    cities: cities.map((city) => ({ ...city, name: names.get(city.value) ?? city.value })),
    countries,
    statuses: inOrder(statuses, Object.values(ActionStatus)),
  };
}

function countBy<Field extends keyof ActionFilter>(
  all: readonly CityAction[],
  filter: ActionFilter,
  field: Field,
  valueOf: (action: CityAction) => NonNullable<ActionFilter[Field]>,
): Facet<NonNullable<ActionFilter[Field]>>[] {
  const chosen = filter[field];
  const counts = new Map(chosen ? [[chosen, 0]] : []);
  for (const action of all.filter(fitsFilter({ ...filter, [field]: undefined })))
    counts.set(valueOf(action), (counts.get(valueOf(action)) ?? 0) + 1);
  return [...counts].map(([value, actions]) => ({ value, actions }));
}

const inOrder = <Value extends string>(
  facets: Facet<Value>[],
  order: readonly Value[],
): Facet<Value>[] =>
  facets.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
