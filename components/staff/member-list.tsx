import { Tag } from "@/components/staff-ui/tag";
import { memberStateNames } from "@/components/staff/member-labels";
import { formatDay, formatSignatoryDate } from "@/components/review/labels";
import type { ListedMember } from "@/lib/cities/member-queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";

const head = "border-b-2 border-line py-1 pe-4 text-start align-bottom font-bold";
const cell = "border-b border-line-soft py-1 pe-4 text-start align-top font-normal wrap-anywhere";

/** A line for each city of the public list, which leads to its page in the panel. */
export function MemberList({ members }: { members: ListedMember[] }) {
  return (
    <table className="w-full leading-snug">
      <caption className="sr-only">Cities on the public list</caption>
      <thead>
        <tr>
          <th scope="col" className={head}>
            City
          </th>
          <th scope="col" className={`${head} max-sm:hidden`}>
            Date
          </th>
          <th scope="col" className={`${head} max-md:hidden`}>
            Application
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.cityId} className="hover:bg-paper-deep">
            <th scope="row" className={cell}>
              <MemberName member={member} />
            </th>
            <td className={`${cell} whitespace-nowrap max-sm:hidden`}>
              {formatSignatoryDate(member)}
            </td>
            <td className={`${cell} whitespace-nowrap max-md:hidden`}>
              {member.application ? (
                <a href={`/admin/applications/${member.application.id}`}>
                  {member.application.reference}
                </a>
              ) : (
                "–"
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MemberName({ member }: { member: ListedMember }) {
  const { cityId, isFounder, state, city } = member;
  const [asked] = city.reconfirmations;
  const place = [city.place.regionName, nameOfCountry(defaultLocale, city.place.countryCode)]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <a href={`/admin/members/${cityId}`} className="font-bold">
        {city.name}
      </a>{" "}
      <span className="text-ink-soft">{place}</span>{" "}
      {isFounder ? <Tag variant="good">Founder</Tag> : null}{" "}
      {state === "active" ? null : <Tag variant="bad">{memberStateNames[state]}</Tag>}{" "}
      {city.contacts.length === 0 ? <Tag>No contact</Tag> : null}{" "}
      {asked ? <Tag variant="notable">Answer due {formatDay(asked.dueAt)}</Tag> : null}
      <span className="block text-ink-soft sm:hidden">{formatSignatoryDate(member)}</span>
    </>
  );
}
