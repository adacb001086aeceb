/** Why a city is suspended: one or two sentences for everybody. */
export const longestReason = 400;
