import type { Metadata } from "next";
import { save } from "@/app/admin/account/actions";
import { Panel } from "@/app/admin/panel";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { requireReviewer } from "@/lib/auth";
import { getDigest } from "@/lib/staff/queries";

export const metadata: Metadata = { title: "Your account" };

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
  const staff = await requireReviewer();
  const [digest, { done }] = await Promise.all([getDigest(staff.id), searchParams]);
  return (
    <Panel staff={staff} section={{ name: "account", current: "page" }}>
      <div className="space-y-4">
        <PageTitle>Your account</PageTitle>
        <p className="wrap-anywhere text-ink-soft">
          {staff.name ? `${staff.name}, ` : null}
          {staff.email}, {staff.role}
        </p>
        {done === "saved" ? (
          <Notice variant="success" role="status">
            <p>Saved.</p>
          </Notice>
        ) : null}
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
      </div>
    </Panel>
  );
}
