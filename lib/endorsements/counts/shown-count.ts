export const minShown = 10;

/** 0 below ten: the texts for 0 say that the number is public from ten on. */
export const shownCount = (count: number): number => (count < minShown ? 0 : count);
