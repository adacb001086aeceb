import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ask, saveContact, takeContactOut } from "@/app/admin/members/[id]/contacts/actions";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { ContactForm } from "@/components/staff/contact-form";
import { ContactList } from "@/components/staff/contact-list";
import { ReconfirmationList } from "@/components/staff/reconfirmation-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { SmallButton } from "@/components/staff-ui/small-button";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import { listContacts } from "@/lib/cities/contacts/queries";
import { maxContacts } from "@/lib/cities/contacts/schema";
import { findMember } from "@/lib/cities/member-queries";
import { cityIdSchema } from "@/lib/endorsements/schema";
import { locales, nameOfLocale } from "@/lib/i18n/locales";
import { listReconfirmations } from "@/lib/members/reconfirmation-queries";
import { recordOpening } from "@/lib/staff/openings";

export const metadata: Metadata = { title: "Contacts of a member" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; at?: string; change?: string }>;
};

const outcomes: Readonly<Record<string, string>> = {
  added: "Added.",
  changed: "Saved.",
  removed: "Removed.",
  asked: "Asked. Each contact gets an email with a link.",
};

const refusals: Readonly<Record<string, string>> = {
  not_done:
    "Nothing was done: somebody has changed this contact in the meantime. This is how it stands now.",
  not_asked:
    "Nobody was asked: the city is asked already, has no contact, or is not an active member.",
};

export default async function ContactsPage({ params, searchParams }: Props) {
  const staff = await requirePermission("manageMembers");
  const cityId = cityIdSchema.safeParse((await params).id).data;
  const member = cityId ? await findMember(cityId) : null;
  if (!member || !cityId) redirect("/admin/members?problem=no_member");
  await recordOpening(staff.id, "member", cityId);
  const [contacts, asked, { done = "", at, change }] = await Promise.all([
    listContacts(cityId),
    listReconfirmations(cityId),
    searchParams,
  ]);
  // One form at a time: labels and errors name a field by its id.
  const changed = contacts.find(({ id }) => id === change);
  const languages = locales.map((each) => ({ value: each, label: nameOfLocale(each) }));
  const isOpen = asked.some(({ answeredAt, closedAt }) => !answeredAt && !closedAt);
  const mayAsk = member.state === "active" && contacts.length > 0 && !isOpen;
  return (
    <Panel staff={staff} section={{ name: "members", current: "true" }}>
      <PageTitle>Contacts of {member.city.name}</PageTitle>
      <p className="mb-4 text-ink-soft">
        For staff alone. <a href={`/admin/members/${cityId}`}>Back to the member</a>.
      </p>
      {messageFor(outcomes, done) || messageFor(refusals, done) ? (
        <div className="mb-4">
          <Notice variant={messageFor(outcomes, done) ? "success" : "warning"} role="status">
            <p>{messageFor(outcomes, done) ?? messageFor(refusals, done)}</p>
          </Notice>
        </div>
      ) : null}
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="space-y-8">
          <section aria-labelledby="contacts">
            <SectionTitle id="contacts">Contacts</SectionTitle>
            <ContactList cityId={cityId} contacts={contacts} remove={takeContactOut} />
          </section>
          {changed || contacts.length < maxContacts ? (
            <section id="form" aria-labelledby="form-title" className="scroll-mt-4">
              <SectionTitle id="form-title">
                {changed ? `Change ${changed.name}` : "Add a contact"}
              </SectionTitle>
              <ContactForm
                // What was saved begins the form anew.
                key={changed?.id ?? at}
                action={saveContact}
                cityId={cityId}
                values={changed && { ...changed, version: String(changed.version) }}
                languages={languages}
                button={changed ? "Save the contact" : "Add the contact"}
              />
              {changed ? (
                <p className="mt-3">
                  <a href={`/admin/members/${cityId}/contacts`}>Leave {changed.name} as it is</a>
                </p>
              ) : null}
            </section>
          ) : null}
        </div>
        <section aria-labelledby="asked" className="space-y-4 max-lg:mt-8">
          <SectionTitle id="asked">Is it still a member?</SectionTitle>
          <ReconfirmationList asked={asked} />
          {mayAsk ? (
            <form action={ask}>
              <input type="hidden" name="cityId" value={cityId} />
              <SmallButton>Ask the contacts now</SmallButton>
            </form>
          ) : null}
        </section>
      </div>
    </Panel>
  );
}
