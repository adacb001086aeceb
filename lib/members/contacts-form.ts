import type { Contact } from "@/lib/cities/contacts/queries";
import {
  contactSchema,
  maxContacts,
  type ContactErrorKey,
  type ContactField,
} from "@/lib/cities/contacts/schema";
import { formText } from "@/lib/forms";
import { fieldName, type ContactRow, type ContactsFormState } from "@/lib/members/contact-rows";
import type { ContactEdit } from "@/lib/members/reconfirmation-commands";

const fields = [
  "name",
  "role",
  "email",
  "kind",
  "locale",
] as const satisfies readonly ContactField[];

/** The contacts of the city, and an empty row where one can be added. */
export function beginForm(contacts: readonly Contact[], locale: string): ContactsFormState {
  const rows = contacts.map(({ version, ...contact }) => ({
    ...contact,
    version: String(version),
    isRemoved: false,
  }));
  const empty = { name: "", role: "", email: "", kind: "general", locale };
  const added = { ...empty, id: "", version: "", isRemoved: false };
  return {
    attempt: 0,
    rows: rows.length < maxContacts ? [...rows, added] : rows,
    fieldErrors: {},
  };
}

export const formAgain = (
  { attempt }: ContactsFormState,
  form: FormData,
  problem: Partial<ContactsFormState>,
): ContactsFormState => ({
  attempt: Number(attempt) + 1,
  rows: rowsOf(form),
  fieldErrors: {},
  ...problem,
});

/** At most as many rows as a city can have contacts. */
function rowsOf(form: FormData): ContactRow[] {
  return Array.from({ length: maxContacts }, (_, index) => index)
    .filter((index) => form.has(fieldName(index, "email")))
    .map((index) => {
      const text = (field: keyof ContactRow) => formText(form, fieldName(index, field));
      const [name, role, email] = [text("name"), text("role"), text("email")];
      return {
        ...{ name, role, email, kind: text("kind"), locale: text("locale") },
        ...{ id: text("id"), version: text("version"), isRemoved: text("isRemoved") === "yes" },
      };
    });
}

type Read =
  { ok: true; edits: ContactEdit[] } | { ok: false; errors: ContactsFormState["fieldErrors"] };

/** An empty row adds nobody. */
export function parseContactEdits(form: FormData): Read {
  const edits: ContactEdit[] = [];
  const errors: Record<string, ContactErrorKey> = {};
  for (const [index, { id, version, isRemoved, ...answers }] of rowsOf(form).entries()) {
    const seen = { id, version: Number(version) };
    if (id && isRemoved) edits.push({ kind: "remove", ...seen });
    if (isRemoved || (!id && isEmpty(answers))) continue;
    const { data, error } = contactSchema.safeParse(answers);
    if (data)
      edits.push(id ? { kind: "change", ...seen, answers: data } : { kind: "add", answers: data });
    for (const { path, message } of error?.issues ?? [])
      errors[fieldName(index, fields.find((field) => field === path[0]) ?? "name")] ??=
        message as ContactErrorKey;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, edits };
}

const isEmpty = ({ name, role, email }: Pick<ContactRow, "name" | "role" | "email">): boolean =>
  (name + role + email).trim() === "";
