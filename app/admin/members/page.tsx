import type { Metadata } from "next";
import { z } from "zod";
import { Panel } from "@/app/admin/panel";
import { Pager } from "@/components/staff-ui/pager";
import { MemberViews } from "@/components/staff/member-views";
import { MemberList } from "@/components/staff/member-list";
import { formatCount } from "@/components/staff-ui/format-number";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SearchForm } from "@/components/staff-ui/search-form";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import { may } from "@/lib/staff/permissions";
import { listMembers, membersPerPage } from "@/lib/cities/member-queries";
import { memberViews } from "@/lib/cities/member-schema";

export const metadata: Metadata = { title: "Members" };

const searchParamsSchema = z.object({
  query: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).catch(1),
  view: z.enum(memberViews).catch("all"),
  problem: z.literal("no_member").optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MembersPage({ searchParams }: Props) {
  const staff = await requirePermission("editMembers");
  const { query, view, problem, ...requested } = searchParamsSchema.parse(await searchParams);
  const { members, total, page } = await listMembers(query, requested.page, view);
  const addressOf = (number: number) =>
    `/admin/members?${new URLSearchParams({ ...(query && { query }), ...(view !== "all" && { view }), page: String(number) }).toString()}`;
  return (
    <Panel staff={staff} section={{ name: "members", current: "page" }}>
      <div className="space-y-4">
        <PageTitle>Members</PageTitle>
        {problem ? (
          <Notice variant="warning" role="alert">
            <p>This city does not stand on the public list.</p>
          </Notice>
        ) : null}
        {may(staff.role, "editCityPages") ? (
          <p>
            <a href="/admin/members/proposals" className="inline-block py-1">
              Proposals of cities for their pages
            </a>
          </p>
        ) : null}
        <SearchForm
          action="/admin/members"
          name="query"
          label="City"
          query={query}
          clear="/admin/members"
        />
        <MemberViews view={view} query={query} />
        <p role="status" className="text-ink-soft">
          {total === 1 ? "One city" : formatCount(total, "city", "cities")}
          {query ? ` named “${query}”` : null}
        </p>
        {members.length > 0 ? <MemberList members={members} /> : null}
        <Pager page={page} pages={Math.ceil(total / membersPerPage)} addressOf={addressOf} />
      </div>
    </Panel>
  );
}
