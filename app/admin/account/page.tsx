import type { Metadata } from "next";
import { endAll, endOther, save } from "@/app/admin/account/actions";
import { Panel } from "@/app/admin/panel";
import { SessionList } from "@/components/staff/session-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { requirePermission, readSessionHash } from "@/lib/auth";
import { may } from "@/lib/staff/permissions";
import { getDigest } from "@/lib/staff/queries";
import { listSessions } from "@/lib/staff/session-queries";

export const metadata: Metadata = { title: "Your account" };

const outcomes: Readonly<Record<string, string>> = {
  saved: "Saved.",
  ended: "Ended. Whoever uses that browser must sign in again.",
};

const choices = [
  { value: "hourly", label: "At most once an hour" },
  { value: "daily", label: "At most once a day" },
  { value: "none", label: "Never" },
];

export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string }>;
}) {
  const staff = await requirePermission("useOwnAccount");
  const [digest, sessions, { done = "" }] = await Promise.all([
    getDigest(staff.id),
    listSessions(staff.id, await readSessionHash()),
    searchParams,
  ]);
  return (
    <Panel staff={staff} section={{ name: "account", current: "page" }}>
      <div className="space-y-4">
        <PageTitle>Your account</PageTitle>
        <p className="wrap-anywhere text-ink-soft">
          {staff.name ? `${staff.name}, ` : null}
          <bdi>{staff.email}</bdi>, {staff.role}
        </p>
        {outcomes[done] ? (
          <Notice variant="success" role="status">
            <p>{outcomes[done]}</p>
          </Notice>
        ) : null}
        {may(staff.role, "reviewApplications") ? (
          <section aria-labelledby="emails" className="max-w-xl">
            <SectionTitle id="emails">Emails to you</SectionTitle>
            <form action={save} className="space-y-3">
              <RadioGroup
                // What was saved begins the form anew.
                key={digest}
                name="digest"
                label="How often do you want to hear that applications are waiting?"
                hint="One email lists all that is new. Nothing is sent when nothing is new."
                choices={choices}
                defaultValue={digest}
              />
              <Button>Save</Button>
            </form>
          </section>
        ) : null}
        <section aria-labelledby="sessions" className="max-w-xl space-y-3 pt-4">
          <SectionTitle id="sessions">Where you are signed in</SectionTitle>
          <SessionList sessions={sessions} end={endOther} />
          <form action={endAll}>
            <Button variant="secondary">Sign out everywhere</Button>
          </form>
        </section>
      </div>
    </Panel>
  );
}
