import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { formatMoment } from "@/components/review/labels";
import { PageTitle } from "@/components/staff-ui/page-title";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import { listProposals } from "@/lib/members/page/proposal-queries";

export const metadata: Metadata = { title: "Proposals of member cities" };

type Props = { searchParams: Promise<{ done?: string }> };

const outcomes: Readonly<Record<string, string>> = {
  decided: "Decided. The contact gets an email.",
  gone: "A colleague has decided on it already.",
};

export default async function ProposalsPage({ searchParams }: Props) {
  const staff = await requirePermission("editCityPages");
  const [proposals, { done = "" }] = await Promise.all([listProposals(), searchParams]);
  return (
    <Panel staff={staff} section={{ name: "members", current: "true" }}>
      <PageTitle>Proposals of member cities</PageTitle>
      <p className="mb-4 text-ink-soft">
        What contacts want the pages of their cities to say. The oldest comes first.{" "}
        <a href="/admin/members">Back to the members</a>.
      </p>
      {messageFor(outcomes, done) ? (
        <div className="mb-4">
          <Notice variant={done === "decided" ? "success" : "warning"} role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        </div>
      ) : null}
      {proposals.length === 0 ? <p>None is waiting.</p> : null}
      <ul className="divide-y divide-line">
        {proposals.map(({ id, city, createdAt }) => (
          <li key={id} className="py-2">
            <a href={`/admin/members/proposals/${id}`} className="font-bold">
              <bdi>{city.name}</bdi>
            </a>
            <span className="block text-ink-soft">{formatMoment(createdAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
