import { stepNames } from "@/components/staff-endorsements/endorsement-labels";
import { formatDay, formatMoment } from "@/components/review/labels";
import type { MemberEvent } from "@/lib/cities/member-queries";
import type { WrittenFacts } from "@/lib/cities/member-schema";
import type { CityStepKind, EventKind } from "@/prisma/generated/enums";

const sentences: Readonly<Partial<Record<EventKind, string>>> = {
  signatory_added: "Put on the public list",
  signatory_removed: "Taken off the public list",
  signatory_corrected: "Corrected",
  city_step_taken_back: "A step was taken back",
  member_contact_added: "A contact was added",
  member_contact_changed: "A contact was changed",
  member_contact_removed: "A contact was removed",
  member_contacts_erased: "The contacts were deleted, because the city had left",
  member_reconfirmation_asked: "Asked whether it still is a member",
  member_reconfirmed: "A contact confirmed that it is",
  member_renamed: "Renamed",
  member_linked: "Its page leads to another city",
  member_link_undone: "Its page leads to no other city any more",
  member_page_edited: "Its page was edited",
  member_page_restored: "An earlier version of its page was brought back",
  member_page_proposed: "A contact proposed changes to its page",
  member_page_accepted: "What a contact had proposed was put on its page",
  member_page_declined: "What a contact had proposed was declined",
};

const fieldNames: Readonly<Record<keyof WrittenFacts, string>> = {
  name: "Public name",
  signedOn: "Signed on",
  announcedOn: "Announced on",
  isFounder: "Founder",
};

/**
 * What happened to a city's place on the list, newest first; a correction with what stood there
 * before and after.
 */
export function MemberHistory({ events }: { events: MemberEvent[] }) {
  if (events.length === 0) return <p className="text-ink-soft">Nothing was written down yet.</p>;
  return (
    <ol className="space-y-2 leading-snug">
      {events.map((event) => (
        <li key={String(event.id)}>
          {sentenceOf(event.kind)}
          {event.kind === "signatory_corrected" || event.kind === "member_renamed" ? (
            <Changes {...(event.detail as Correction)} />
          ) : null}
          <span className="block text-ink-soft">
            {formatMoment(event.at)}, {event.by}
          </span>
        </li>
      ))}
    </ol>
  );
}

const sentenceOf = (kind: EventKind): string =>
  sentences[kind] ?? stepNames[kind.replace("city_", "") as CityStepKind].name;

type Correction = { before: Partial<WrittenFacts>; after: Partial<WrittenFacts> };

function Changes({ before, after }: Correction) {
  const fields = (Object.keys(after) as (keyof WrittenFacts)[]).filter(
    (field) => field in fieldNames,
  );
  return fields.map((field) => (
    <span key={field} className="block wrap-anywhere">
      {fieldNames[field]}: <bdi>{write(before[field])}</bdi> → <bdi>{write(after[field])}</bdi>
    </span>
  ));
}

function write(value: string | boolean | null | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (!value) return "none";
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(new Date(value)) : value;
}
