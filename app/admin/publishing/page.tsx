import type { Metadata } from "next";
import { z } from "zod";
import { Panel } from "@/app/admin/panel";
import { requirePermission } from "@/lib/auth";
import { messageFor } from "@/components/staff-ui/message-for";
import { writeLabels } from "@/components/publishing/publication-labels";
import { PublicationList } from "@/components/publishing/publication-list";
import { formatCount } from "@/components/staff-ui/format-number";
import { SearchForm } from "@/components/staff-ui/search-form";
import { PageTitle } from "@/components/staff-ui/page-title";
import { Pager } from "@/components/staff-ui/pager";
import { Notice } from "@/components/ui/notice";
import { listPublications, publicationsPerPage } from "@/lib/publications/staff-queries";
import { PublicationKind } from "@/prisma/generated/enums";

export const metadata: Metadata = { title: "Publishing" };

const searchParamsSchema = z.object({
  query: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).catch(1),
  problem: z.enum(["no_publication", "not_allowed"]).optional().catch(undefined),
});

const problems = {
  no_publication: "There is no such publication.",
  not_allowed: "Your role does not allow that. Ask an administrator.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PublishingPage({ searchParams }: Props) {
  const staff = await requirePermission("publish");
  const parsed = searchParamsSchema.parse(await searchParams);
  const { publications, total, page } = await listPublications(parsed.query, parsed.page);
  const addressOf = (number: number) =>
    `/admin/publishing?${new URLSearchParams({ ...(parsed.query && { query: parsed.query }), page: String(number) }).toString()}`;
  return (
    <Panel staff={staff} section={{ name: "publishing", current: "page" }}>
      <div className="space-y-4">
        <PageTitle>Publishing</PageTitle>
        {parsed.problem ? (
          <Notice variant="warning" role="alert">
            <p>{messageFor(problems, parsed.problem)}</p>
          </Notice>
        ) : null}
        <ul className="flex flex-wrap gap-x-6">
          {Object.values(PublicationKind).map((kind) => (
            <li key={kind}>
              <a
                href={`/admin/publishing/new?kind=${kind}`}
                className="inline-block py-1 font-bold"
              >
                {writeLabels[kind]}
              </a>
            </li>
          ))}
          <li>
            <a href="/admin/publishing/announcements" className="inline-block py-1 font-bold">
              Announcement on all pages
            </a>
          </li>
        </ul>
        <SearchForm
          action="/admin/publishing"
          name="query"
          label="Title or text"
          query={parsed.query}
          clear="/admin/publishing"
        />
        {parsed.query ? (
          <p role="status" className="text-ink-soft">
            {formatCount(total, "publication", "publications")} with “{parsed.query}”
          </p>
        ) : null}
        {publications.length > 0 ? (
          <PublicationList publications={publications} now={new Date()} />
        ) : parsed.query ? null : (
          <p className="text-ink-soft">
            Nothing has been written here yet. The news on the public pages comes from files in the
            code.
          </p>
        )}
        <Pager page={page} pages={Math.ceil(total / publicationsPerPage)} addressOf={addressOf} />
      </div>
    </Panel>
  );
}
