/** The smallest number that is shown. */
export const fewestShown = 10;

/**
 * A count as it may be shown: below ten nobody is told how many there are, so it is 0, for which
 * every text says that the number is public from ten on.
 */
export const shownCount = (count: number): number => (count < fewestShown ? 0 : count);
