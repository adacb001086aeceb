import { applicationAddress, type QueueFilter } from "@/lib/applications/review/queue-filter";
import type { TimelineEvent } from "@/lib/applications/review/review-queries";

/** The other application that something happened to; its row may be gone. */
export function LinkedReference({
  event: { applicationId, reference },
  filter,
}: {
  event: Pick<TimelineEvent, "applicationId" | "reference">;
  filter: QueueFilter;
}) {
  if (!applicationId || !reference) return null;
  return (
    <>
      {" "}
      (<a href={applicationAddress(applicationId, filter)}>{reference}</a>)
    </>
  );
}
