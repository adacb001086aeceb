import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { correct } from "@/app/admin/members/[id]/actions";
import {
  link,
  rename,
  takeLinkBack,
  takeRenameBack,
} from "@/app/admin/members/[id]/change-actions";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { formatSignatoryDate } from "@/components/review/labels";
import { LinkForm } from "@/components/staff/link-form";
import { LinkList, RenameList } from "@/components/staff/member-changes";
import { memberStateNames } from "@/components/staff/member-labels";
import { RenameForm } from "@/components/staff/rename-form";
import { MemberForm } from "@/components/staff/member-form";
import { MemberHistory } from "@/components/staff/member-history";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import {
  findMember,
  listLinkTargets,
  listMemberChanges,
  listMemberHistory,
  type Member,
} from "@/lib/cities/member-queries";
import { fingerprintOf, formatFacts } from "@/lib/cities/member-schema";
import { cityIdSchema } from "@/lib/endorsements/schema";
import { href } from "@/lib/i18n/href";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import { recordOpening } from "@/lib/staff/openings";
import { may } from "@/lib/staff/permissions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; at?: string }>;
};

const outcomes: Readonly<Record<string, string>> = {
  renamed: "Renamed. The old address leads to the new one.",
  rename_undone: "The city has its former name and address again.",
  linked: "Linked. The page of this city leads to the other one, and only that one counts.",
  link_undone: "The link is undone. The city has its own page again.",
  changed:
    "Nothing was done: somebody has changed this city in the meantime. This is how it stands now.",
  corrected: "Corrected. The public pages show it from now on.",
  unchanged: "Nothing was changed: this is what stood there already.",
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("editMembers");
  const { city } = await getMember((await params).id);
  return { title: `${city.name}, member` };
}

export default async function MemberPage({ params, searchParams }: Props) {
  const staff = await requirePermission("editMembers");
  const member = await getMember((await params).id);
  await recordOpening(staff.id, "member", member.cityId);
  const manages = may(staff.role, "manageMembers");
  const [events, changes, targets, { done = "", at }] = await Promise.all([
    listMemberHistory(member.cityId),
    manages ? listMemberChanges(member.cityId) : null,
    manages ? listLinkTargets(member.cityId) : [],
    searchParams,
  ]);
  const { cityId, city, application, isFounder } = member;
  const facts = { ...member, name: city.name };
  const { name, signedOn, announcedOn } = formatFacts(facts);
  const place = [city.place.regionName, nameOfCountry(defaultLocale, city.place.countryCode)]
    .filter(Boolean)
    .join(", ");
  return (
    <Panel staff={staff} section={{ name: "members", current: "true" }}>
      <PageTitle>{city.name}</PageTitle>
      <p className="mb-4 text-ink-soft">
        {place}. On the public list, {formatSignatoryDate(member)}.{" "}
        {member.state === "active" ? null : (
          <>
            <strong>{memberStateNames[member.state]}</strong>.{" "}
          </>
        )}
        <a href={href(defaultLocale, `/cities/${city.slug}`)}>Public page</a>.{" "}
        {may(staff.role, "reviewEndorsements") ? (
          <>
            <a href={`/admin/endorsements/cities/${cityId}`}>Endorsements and steps</a>, such as on
            hold, suspended or left.{" "}
          </>
        ) : null}
        {may(staff.role, "editCityPages") ? (
          <>
            <a href={`/admin/members/${cityId}/public-page`}>Edit its page</a>: website, summary and
            actions.{" "}
          </>
        ) : null}
        {manages ? (
          <>
            <a href={`/admin/members/${cityId}/contacts`}>Contacts and yearly confirmation</a>.{" "}
          </>
        ) : null}
        {may(staff.role, "reviewApplications") ? <Application application={application} /> : null}
      </p>
      {messageFor(outcomes, done) ? (
        <div className="mb-4">
          <Notice variant={done === "changed" ? "warning" : "success"} role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        </div>
      ) : null}
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="space-y-10">
          <section aria-labelledby="correction">
            <SectionTitle id="correction">Correct what the public list says</SectionTitle>
            <MemberForm
              // What was saved begins the form anew; everything else leaves in it what was typed.
              key={at}
              action={correct}
              cityId={cityId}
              seen={fingerprintOf(facts)}
              values={{
                name,
                signedOn: signedOn ?? "",
                announcedOn: announcedOn ?? "",
                ...(isFounder && { isFounder: "yes" }),
              }}
            />
          </section>
          {changes ? (
            <>
              <section aria-labelledby="rename">
                <SectionTitle id="rename">Rename it</SectionTitle>
                <RenameForm key={name} action={rename} cityId={cityId} name={name} />
                <RenameList renames={changes.renames} undo={takeRenameBack} cityId={cityId} />
              </section>
              <section aria-labelledby="link">
                <SectionTitle id="link">Lead its page to another city</SectionTitle>
                {member.state === "merged" ? null : (
                  <LinkForm action={link} cityId={cityId} targets={targets} />
                )}
                <LinkList links={changes.links} undo={takeLinkBack} cityId={cityId} />
              </section>
            </>
          ) : null}
        </div>
        <section aria-labelledby="log" className="max-lg:mt-8">
          <SectionTitle id="log">Log</SectionTitle>
          <MemberHistory events={events} />
        </section>
      </div>
    </Panel>
  );
}

function Application({ application }: Pick<Member, "application">) {
  if (!application) return "It has no application on this site.";
  const { id, reference } = application;
  return (
    <>
      <a href={`/admin/applications/${id}`}>Application {reference}</a>.
    </>
  );
}

/** The city of this address. Where it is no member, the list says so. */
const getMember = cache(async (id: string) => {
  const cityId = cityIdSchema.safeParse(id).data;
  const member = cityId ? await findMember(cityId) : null;
  return member ?? redirect("/admin/members?problem=no_member");
});
