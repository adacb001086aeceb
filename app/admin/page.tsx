import { Panel } from "@/app/admin/panel";
import { requireReviewer } from "@/lib/auth";

export default async function QueuePage() {
  const staff = await requireReviewer();
  return (
    <Panel staff={staff}>
      <h1 className="text-3xl sm:text-3xl">Applications</h1>
    </Panel>
  );
}
