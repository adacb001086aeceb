import type { StaffRole } from "@/prisma/generated/enums";

export const roleLabels: Readonly<Record<StaffRole, string>> = {
  editor: "Editor",
  reviewer: "Reviewer",
  administrator: "Administrator",
};

export const roleHints: Readonly<Record<StaffRole, string>> = {
  editor:
    "Publishes news and events, and corrects the entries of member cities. Does not decide on applications.",
  reviewer: "Decides on applications and endorsements.",
  administrator: "Does all of that, and looks after staff, settings and the log.",
};

const roles = ["reviewer", "editor", "administrator"] as const satisfies StaffRole[];

export const roleChoices = roles.map((value) => ({ value, label: roleLabels[value] }));
