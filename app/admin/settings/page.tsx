import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { save, undo } from "@/app/admin/settings/actions";
import { messageFor } from "@/components/staff-ui/message-for";
import { SettingsForm } from "@/components/staff/settings/settings-form";
import { SettingsHistory } from "@/components/staff/settings/settings-history";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import { listSettingsChanges, readVersionedSettings } from "@/lib/settings/queries";
import { settingsFormValues } from "@/lib/settings/settings-form";

export const metadata: Metadata = { title: "Settings" };

const outcomes: Readonly<Record<string, string>> = {
  changed: "Saved. It takes effect at once.",
  unchanged: "Nothing was changed: this is what stood there already.",
  undone: "Undone. The settings are as they were before.",
};

export default async function SettingsPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string; problem?: string; at?: string }>;
}) {
  const staff = await requirePermission("changeSettings");
  const [{ settings, version }, { done = "", problem, at }] = await Promise.all([
    readVersionedSettings(),
    searchParams,
  ]);
  const changes = await listSettingsChanges(settings);
  return (
    <Panel staff={staff} section={{ name: "settings", current: "page" }}>
      <div className="space-y-6">
        <PageTitle>Settings</PageTitle>
        {messageFor(outcomes, done) ? (
          <Notice variant="success" role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        ) : null}
        {problem ? (
          <Notice variant="warning" role="alert">
            <p>Nothing was undone: what it changed has been changed again since.</p>
          </Notice>
        ) : null}
        <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
          <section aria-labelledby="change">
            <SectionTitle id="change">Change the settings</SectionTitle>
            <SettingsForm
              // What was saved begins the form anew; everything else leaves in it what was typed.
              key={at}
              action={save}
              values={settingsFormValues(settings)}
              version={version}
            />
          </section>
          <section aria-labelledby="history" className="max-lg:mt-8">
            <SectionTitle id="history">History</SectionTitle>
            <SettingsHistory changes={changes} undo={undo} />
          </section>
        </div>
      </div>
    </Panel>
  );
}
