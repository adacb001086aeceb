import { Tag } from "@/components/staff-ui/tag";
import type { Urgency } from "@/lib/applications/claims/claims";

/** In words too: colours alone tell nothing to many. */
export function UrgencyTag({ urgency }: { urgency: Urgency | null }) {
  if (urgency === null) return null;
  return urgency === "overdue" ? (
    <Tag variant="bad">Overdue</Tag>
  ) : (
    <Tag variant="amber">Due soon</Tag>
  );
}
