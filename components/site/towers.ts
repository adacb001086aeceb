/**
 * The five towers of the coalition's skyline, one for each principle. With four windows on each
 * floor they have a hundred windows: one for each city of the campaign's goal.
 */
export const towers = [
  { floors: 4, fill: "fill-principle-1" },
  { floors: 6, fill: "fill-principle-2" },
  { floors: 7, fill: "fill-principle-3" },
  { floors: 5, fill: "fill-principle-4" },
  { floors: 3, fill: "fill-principle-5" },
] as const;

export const windowsPerFloor = 4;
