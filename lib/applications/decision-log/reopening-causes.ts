/** Why staff take a decision back. Public, so it is one of these and nobody's own words. */
export const staffReopeningCauses = [
  "decided_in_error",
  "wrong_application",
  "new_information",
  "city_asked",
] as const;

export type StaffReopeningCause = (typeof staffReopeningCauses)[number];

export const reopeningCauses = [...staffReopeningCauses, "appeal"] as const;

export type ReopeningCause = (typeof reopeningCauses)[number];
