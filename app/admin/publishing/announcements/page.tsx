import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { announce, end } from "@/app/admin/publishing/announcements/actions";
import { requirePermission } from "@/lib/auth";
import { languageChoices } from "@/app/admin/publishing/form-choices";
import { messageFor } from "@/components/staff-ui/message-for";
import { AnnouncementForm } from "@/components/publishing/announcement-form";
import { AnnouncementList } from "@/components/publishing/announcement-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import { listAnnouncements } from "@/lib/publications/announcement-queries";

export const metadata: Metadata = { title: "Announcement on all pages" };

const outcomes: Readonly<Record<string, string>> = {
  announced: "Saved. All public pages show it from its beginning to its end.",
  ended: "Ended. The public pages do not show it any more.",
};

type Props = { searchParams: Promise<{ done?: string; at?: string }> };

export default async function AnnouncementsPage({ searchParams }: Props) {
  const staff = await requirePermission("publish");
  const [announcements, { done = "", at }] = await Promise.all([listAnnouncements(), searchParams]);
  return (
    <Panel staff={staff} section={{ name: "publishing", current: "true" }}>
      <PageTitle>Announcement on all pages</PageTitle>
      <p className="mb-4 text-ink-soft">
        One line above every public page, such as of a deadline. Of several at once, the one that
        began last is shown.
      </p>
      {messageFor(outcomes, done) ? (
        <div className="mb-4">
          <Notice variant="success" role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        </div>
      ) : null}
      <div className="gap-10 lg:grid lg:grid-cols-2">
        <section aria-labelledby="new">
          <SectionTitle id="new">New announcement</SectionTitle>
          <AnnouncementForm key={at} languages={languageChoices()} action={announce} />
        </section>
        <section aria-labelledby="all" className="max-lg:mt-8">
          <SectionTitle id="all">Announcements</SectionTitle>
          <AnnouncementList announcements={announcements} now={new Date()} end={end} />
        </section>
      </div>
    </Panel>
  );
}
