import { contactKindNames } from "@/components/staff/member-labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import type { Contact } from "@/lib/cities/contacts/queries";

type Props = {
  cityId: number;
  contacts: readonly Contact[];
  remove: (form: FormData) => Promise<void>;
};

export function ContactList({ cityId, contacts, remove }: Props) {
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
          <p>
            <a
              href={`/admin/members/${cityId}/contacts?change=${contact.id}#form`}
              className="inline-block py-1"
            >
              Change<span className="sr-only"> {contact.name}</span>
            </a>
          </p>
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
