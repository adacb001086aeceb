export const fewestShown = 10;

/** 0 below ten: the texts for 0 say that the number is public from ten on. */
export const shownCount = (count: number): number => (count < fewestShown ? 0 : count);
