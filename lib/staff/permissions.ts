import type { StaffRole } from "@/prisma/generated/enums";

/** What is done in the panel, and by which roles. Pages and actions ask for it: `lib/auth.ts`. */
export const permissions = {
  /** See applications with their applicants, and decide on them. */
  reviewApplications: ["reviewer", "administrator"],
  /** Write the standard texts that reviewers put into emails to applicants. */
  editTexts: ["reviewer", "administrator"],
  /** See requests of residents, decide on them, and record steps of cities. */
  reviewEndorsements: ["reviewer", "administrator"],
  /** Correct what the public list says of a member city. */
  editMembers: ["editor", "reviewer", "administrator"],
  /** Edit what the pages of member cities say, and decide on what the cities propose. */
  editCityPages: ["editor", "administrator"],
  /** See the contacts of member cities, ask them, rename cities and link them. */
  manageMembers: ["reviewer", "administrator"],
  /** Write and publish news, press releases and events. */
  publish: ["editor", "administrator"],
  manageStaff: ["administrator"],
  changeSettings: ["administrator"],
  /** Take out the contacts of all applications as one file. */
  exportContacts: ["administrator"],
  readLog: ["administrator"],
  /** See how the installation is doing. */
  watchOperations: ["administrator"],
  useOwnAccount: ["editor", "reviewer", "administrator"],
} as const satisfies Record<string, readonly StaffRole[]>;

export type Permission = keyof typeof permissions;

export const may = (role: StaffRole, permission: Permission): boolean =>
  (permissions[permission] as readonly StaffRole[]).includes(role);

/** The page of the panel that a role begins with. */
export const homeOf = (role: StaffRole): "/admin/overview" | "/admin/publishing" =>
  may(role, "reviewApplications") ? "/admin/overview" : "/admin/publishing";
