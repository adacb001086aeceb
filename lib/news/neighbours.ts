/** Null at either end of the list. */
export function neighboursOf<Item extends { slug: string }>(
  newestFirst: Item[],
  slug: string,
): { newer: Item | null; older: Item | null } {
  const index = newestFirst.findIndex((item) => item.slug === slug);
  if (index === -1) return { newer: null, older: null };
  return { newer: newestFirst[index - 1] ?? null, older: newestFirst[index + 1] ?? null };
}
