import { z } from "zod";

// What forms of the panel carry unseen. What none of them would send names nothing that is there:
// commands then refuse it like what a colleague has changed or removed, and the page says so.

const noId = "00000000-0000-0000-0000-000000000000";
const noVersion = -1;
const noCity = 0;

const largestInteger = 2_147_483_647;

/** Of a row. */
export const hiddenId = z.uuid().catch(noId);

/** Of what was seen, and counts as versions do. */
export const hiddenVersion = z.coerce.number().int().min(0).max(largestInteger).catch(noVersion);

export const hiddenCityId = z.coerce.number().int().min(1).max(largestInteger).catch(noCity);
