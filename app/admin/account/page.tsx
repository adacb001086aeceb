import type { Metadata } from "next";
import {
  endAll,
  endOther,
  save,
  saveLanguages,
  saveMorningMail,
  saveName,
  saveShortcuts,
} from "@/app/admin/account/actions";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { OwnNameForm } from "@/components/staff/own-name-form";
import { SessionList } from "@/components/staff/session-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Button } from "@/components/ui/button";
import { CheckboxField, RadioGroup } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { requirePermission, readSessionHash } from "@/lib/auth";
import { locales, nameOfLocale } from "@/lib/i18n/locales";
import { may } from "@/lib/staff/permissions";
import { getMailChoices, getReviewChoices } from "@/lib/staff/queries";
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
  searchParams: Promise<{ done?: string; problem?: string }>;
}) {
  const staff = await requirePermission("useOwnAccount");
  const [
    { digest, hasMorningMail },
    { languages, hasShortcuts },
    sessions,
    { done = "", problem },
  ] = await Promise.all([
    getMailChoices(staff.id),
    getReviewChoices(staff.id),
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
        {messageFor(outcomes, done) ? (
          <Notice variant="success" role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        ) : null}
        {problem === "no_choice" ? (
          <Notice variant="warning" role="alert">
            <p>Nothing was saved: choose one of these.</p>
          </Notice>
        ) : null}
        <section aria-labelledby="name-title" className="max-w-xl">
          <SectionTitle id="name-title">Your name</SectionTitle>
          <OwnNameForm key={staff.name} name={staff.name ?? ""} action={saveName} />
        </section>
        {may(staff.role, "reviewApplications") ? (
          <>
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
            <section aria-labelledby="morning-email" className="max-w-xl">
              <SectionTitle id="morning-email">Morning email</SectionTitle>
              <form action={saveMorningMail} className="space-y-3">
                <CheckboxField
                  key={String(hasMorningMail)}
                  name="morning"
                  value="on"
                  defaultChecked={hasMorningMail}
                  label="Tell me each working morning what waits"
                  hint="What is yours, what nobody has, what is overdue, and what will be overdue on the next working day. If you chose once a day, new applications are in it too. Nothing is sent when nothing waits."
                />
                <Button>Save the morning email</Button>
              </form>
            </section>
            {locales.length > 1 ? (
              <section aria-labelledby="languages" className="max-w-xl">
                <SectionTitle id="languages">Languages</SectionTitle>
                <form action={saveLanguages} className="space-y-3">
                  <fieldset key={languages.join()} aria-describedby="languages-hint">
                    <legend className="font-bold">
                      In which languages do you read applications?
                    </legend>
                    <p id="languages-hint" className="text-ink-soft">
                      “Take the next” gives you one in these. Tick none to get them in every
                      language.
                    </p>
                    {locales.map((locale) => (
                      <label
                        key={locale}
                        lang={locale}
                        className="flex min-h-11 items-start gap-3 py-2"
                      >
                        <input
                          type="checkbox"
                          name="language"
                          value={locale}
                          defaultChecked={languages.includes(locale)}
                          className="mt-1 size-6 shrink-0 accent-accent"
                        />
                        {nameOfLocale(locale)}
                      </label>
                    ))}
                  </fieldset>
                  <Button>Save the languages</Button>
                </form>
              </section>
            ) : null}
            <section aria-labelledby="shortcuts-title" className="max-w-xl">
              <SectionTitle id="shortcuts-title">Keyboard shortcuts</SectionTitle>
              <form action={saveShortcuts} className="space-y-3">
                <CheckboxField
                  key={String(hasShortcuts)}
                  name="shortcuts"
                  value="on"
                  defaultChecked={hasShortcuts}
                  label="Keys of one letter do something in the queue and on applications"
                  hint="The key ? shows which. Switch them off if you dictate, or press keys by mistake."
                />
                <Button>Save the shortcuts</Button>
              </form>
            </section>
          </>
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
