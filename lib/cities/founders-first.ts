/** Otherwise in the order in which they are given. */
export const foundersFirst = <City extends { isFounder: boolean }>(
  cities: readonly City[],
): City[] => [
  ...cities.filter(({ isFounder }) => isFounder),
  ...cities.filter(({ isFounder }) => !isFounder),
];
