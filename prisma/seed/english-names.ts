/**
 * GeoNames names most cities as English does; these it names in their own language. Each English
 * name is among the place's alternate names there.
 */
export const englishNames: ReadonlyMap<number, string> = new Map([
  [2510911, "Seville"],
  [2624652, "Aarhus"],
  [2660646, "Geneva"],
  [2711537, "Gothenburg"],
  [2797656, "Ghent"],
  [2800931, "Bruges"],
  [2803138, "Antwerp"],
  [2861650, "Nuremberg"],
  [2886242, "Cologne"],
  [2910831, "Hanover"],
  [3171728, "Padua"],
]);
