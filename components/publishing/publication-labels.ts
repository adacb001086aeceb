import type { TagVariant } from "@/components/staff-ui/tag";
import type { ShownState } from "@/lib/publications/publication-state";
import type { PublicationKind } from "@/prisma/generated/enums";

export const kindLabels: Record<PublicationKind, string> = {
  news: "News",
  press_release: "Press release",
  event: "Event",
};

export const stateLabels: Record<ShownState, { text: string; variant: TagVariant }> = {
  draft: { text: "Draft", variant: "quiet" },
  in_review: { text: "To be read", variant: "notable" },
  scheduled: { text: "Scheduled", variant: "notable" },
  published: { text: "Published", variant: "good" },
  withdrawn: { text: "Withdrawn", variant: "bad" },
};

export const nameOfStaff = ({ name, email }: { name: string | null; email: string }): string =>
  name ?? email;
