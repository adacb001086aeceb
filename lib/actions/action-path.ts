import type { CityAction } from "@/lib/actions/schema";

/** Where an action stands on its city's page. */
export const actionPath = ({ id, city }: CityAction): `/${string}` => `/cities/${city.slug}#${id}`;
