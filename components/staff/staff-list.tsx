import { roleChoices, roleLabels } from "@/components/staff/role-labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import { formatDay } from "@/components/review/labels";
import { formatCount } from "@/components/staff-ui/format-number";
import { controlClass } from "@/components/ui/field";
import type { StaffMember } from "@/lib/staff/queries";

type FormAction = (form: FormData) => Promise<void>;

type Props = {
  staff: StaffMember[];
  changeRole: FormAction;
  signOut: FormAction;
  remove: FormAction;
};

/** Everyone on the staff. What is done about a person stands folded behind the name. */
export function StaffList({ staff, ...actions }: Props) {
  return (
    <ul className="max-w-3xl divide-y divide-line-soft border-y border-line-soft">
      {staff.map((member) => (
        <li key={member.id} className="flex flex-wrap items-start gap-x-6 py-3">
          <p className="min-w-0 grow leading-snug wrap-anywhere">
            <strong>
              <bdi>{member.name ?? member.email}</bdi>
            </strong>
            <span className="block text-ink-soft">
              {member.name ? (
                <>
                  <bdi>{member.email}</bdi>,{" "}
                </>
              ) : null}
              {roleLabels[member.role].toLowerCase()} since {formatDay(member.createdAt)},{" "}
              {formatSessions(member._count.sessions)}
            </span>
          </p>
          <details>
            <summary className="cursor-pointer py-1">
              Change<span className="sr-only"> {member.email}</span>
            </summary>
            <MemberActions member={member} {...actions} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function MemberActions({
  member: { id, email, role },
  changeRole,
  signOut,
  remove,
}: { member: StaffMember } & Omit<Props, "staff">) {
  return (
    <div className="space-y-3 py-2">
      <form action={changeRole} className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="memberId" value={id} />
        <input type="hidden" name="from" value={role} />
        <div>
          <label htmlFor={`role-${id}`}>
            Role<span className="sr-only"> of {email}</span>
          </label>
          <select
            id={`role-${id}`}
            name="to"
            defaultValue={role}
            className={`${controlClass} min-h-9! py-1!`}
          >
            {roleChoices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <SmallButton>
          Change role<span className="sr-only"> of {email}</span>
        </SmallButton>
      </form>
      <form action={signOut}>
        <input type="hidden" name="memberId" value={id} />
        <SmallButton>
          Sign out everywhere<span className="sr-only">: {email}</span>
        </SmallButton>
      </form>
      <form action={remove}>
        <input type="hidden" name="email" value={email} />
        <SmallButton variant="danger">
          End access now<span className="sr-only"> of {email}</span>
        </SmallButton>
      </form>
    </div>
  );
}

const formatSessions = (count: number): string =>
  count === 0 ? "not signed in" : `signed in with ${formatCount(count, "browser", "browsers")}`;
