/** Two people of the staff, as they are added. */
export const administrator = {
  email: "administrator@example.org",
  name: null,
  role: "administrator",
} as const;
export const reviewer = {
  email: "reviewer@example.org",
  name: "First reviewer",
  role: "reviewer",
} as const;
