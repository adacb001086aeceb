/** Why a city is suspended: one or two sentences for everybody. */
export const maxReasonLength = 400;
/** What colleagues are told of a step. */
export const maxNoteLength = 2_000;
