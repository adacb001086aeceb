/** To answer, and the rest of the last day. */
export const answerDays = 14;

/** Nobody is drawn again before, for whatever city. */
export const restDays = 183;
