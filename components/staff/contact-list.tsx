import { ContactForm } from "@/components/staff/contact-form";
import { contactKindNames } from "@/components/staff/member-labels";
import type { FormAction } from "@/components/staff-ui/panel-form";
import { SmallButton } from "@/components/staff-ui/small-button";
import type { Contact } from "@/lib/cities/contacts/queries";

type Props = {
  cityId: number;
  contacts: readonly Contact[];
  languages: readonly { value: string; label: string }[];
  save: FormAction;
  remove: (form: FormData) => Promise<void>;
};

export function ContactList({ cityId, contacts, languages, save, remove }: Props) {
  if (contacts.length === 0)
    return (
      <p className="text-ink-soft">
        No contact. The city is not asked whether it still is a member, and is not put on hold.
      </p>
    );
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {contacts.map((contact) => (
        <li key={contact.id} className="space-y-1 py-3 leading-snug wrap-anywhere">
          <p>
            <strong>
              <bdi>{contact.name}</bdi>
            </strong>
            , <bdi>{contact.role}</bdi>. {contactKindNames[contact.kind]}.
          </p>
          <p>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </p>
          <details>
            <summary className="inline-block cursor-pointer py-1 underline">
              Change<span className="sr-only"> {contact.name}</span>
            </summary>
            <div className="my-3">
              <ContactForm
                key={contact.version}
                action={save}
                cityId={cityId}
                values={{ ...contact, version: String(contact.version) }}
                languages={languages}
                button="Save the contact"
              />
            </div>
          </details>
          <form action={remove}>
            <input type="hidden" name="cityId" value={cityId} />
            <input type="hidden" name="id" value={contact.id} />
            <input type="hidden" name="version" value={contact.version} />
            <SmallButton variant="danger">
              Remove<span className="sr-only"> {contact.name}</span>
            </SmallButton>
          </form>
        </li>
      ))}
    </ul>
  );
}
