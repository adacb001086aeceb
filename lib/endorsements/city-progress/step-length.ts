/** Why a city is suspended: one or two sentences for everybody. */
export const longestReason = 400;
/** What colleagues are told of a step. */
export const longestNote = 2_000;
