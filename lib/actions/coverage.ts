import type { CityAction } from "@/lib/actions/schema";
import { principleOfArea } from "@/lib/content/checklist";
import { ChecklistArea } from "@/prisma/generated/enums";

export type AreaCoverage = {
  area: ChecklistArea;
  principle: CityAction["principle"];
  actions: number;
  /** Cities with an action in place. */
  inPlace: number;
  /** Cities with plans alone. */
  plannedOnly: number;
};

/** How many cities have told of something in each area, in the order of the checklist. */
export const coverageOf = (actions: readonly CityAction[]): AreaCoverage[] =>
  Object.values(ChecklistArea).map((area) => {
    const here = actions.filter((action) => action.area === area);
    const inPlace = countCities(here.filter(({ status }) => status === "in_place"));
    return {
      area,
      principle: principleOfArea[area],
      actions: here.length,
      inPlace,
      plannedOnly: countCities(here) - inPlace,
    };
  });

const countCities = (actions: readonly CityAction[]): number =>
  new Set(actions.map(({ city }) => city.cityId)).size;
