import type { TagVariant } from "@/components/staff-ui/tag";
import type { ShownState } from "@/lib/publications/publication-state";
import type { PublicationKind } from "@/prisma/generated/enums";

export const kindLabels: Record<PublicationKind, string> = {
  news: "News",
  press_release: "Press release",
  event: "Event",
};

/** What begins one. */
export const writeLabels: Record<PublicationKind, string> = {
  news: "Write news",
  press_release: "Write a press release",
  event: "Write an event",
};

export const stateLabels: Record<ShownState, { text: string; variant: TagVariant }> = {
  draft: { text: "Draft", variant: "quiet" },
  in_review: { text: "In review", variant: "notable" },
  scheduled: { text: "Scheduled", variant: "notable" },
  published: { text: "Published", variant: "good" },
  withdrawn: { text: "Withdrawn", variant: "bad" },
};

export const nameOfStaff = ({ name, email }: { name: string | null; email: string }): string =>
  name ?? email;
