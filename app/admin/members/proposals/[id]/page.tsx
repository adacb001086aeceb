import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { decide } from "@/app/admin/members/proposals/[id]/actions";
import { Panel } from "@/app/admin/panel";
import { compare } from "@/components/city-pages/compare";
import { DecisionForm } from "@/components/city-pages/decision-form";
import { formatMoment } from "@/components/review/labels";
import { PageTitle } from "@/components/staff-ui/page-title";
import { requirePermission } from "@/lib/auth";
import { href } from "@/lib/i18n/href";
import { defaultLocale } from "@/lib/i18n/locales";
import { findProposal } from "@/lib/members/page/proposal-queries";

export const metadata: Metadata = { title: "Proposal of a member city" };

type Props = { params: Promise<{ id: string }> };

export default async function ProposalPage({ params }: Props) {
  const staff = await requirePermission("editCityPages");
  const id = z.uuid().safeParse((await params).id).data;
  const proposal = id ? await findProposal(id) : null;
  if (!proposal || !id) redirect("/admin/members/proposals?done=gone");
  const { page, changes, createdAt } = proposal;
  return (
    <Panel staff={staff} section={{ name: "members", current: "true" }}>
      <PageTitle>Proposal of {page.city.name}</PageTitle>
      <p className="mb-4 text-ink-soft">
        From a contact of the city, {formatMoment(createdAt)}. What is ticked becomes public, with
        the city as its source.{" "}
        <a href={href(defaultLocale, `/cities/${page.city.slug}`)}>Public page</a>.{" "}
        <a href="/admin/members/proposals">Back to the proposals</a>.
      </p>
      <DecisionForm
        action={decide}
        id={id}
        seen={page.number}
        changes={changes.map((change) => compare(page, change))}
      />
    </Panel>
  );
}
