import { SmallButton } from "@/components/staff-ui/small-button";
import { formatDay } from "@/components/review/labels";
import type { StaffMember } from "@/lib/staff/queries";

type Props = { staff: StaffMember[]; remove: (form: FormData) => Promise<void> };

/** Everyone on the staff. Removing asks once more before it acts: it folds open to its button. */
export function StaffList({ staff, remove }: Props) {
  return (
    <ul className="max-w-3xl divide-y divide-line-soft border-y border-line-soft">
      {staff.map(({ id, email, name, role, createdAt }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-6 py-3">
          <p className="min-w-0 grow leading-snug wrap-anywhere">
            <strong>{name ?? email}</strong>
            <span className="block text-ink-soft">
              {name ? `${email}, ` : null}
              {role} since {formatDay(createdAt)}
            </span>
          </p>
          <details>
            <summary className="cursor-pointer py-1">
              Remove<span className="sr-only"> {email}</span>
            </summary>
            <form action={remove} className="py-2">
              <input type="hidden" name="email" value={email} />
              <SmallButton variant="danger">
                End access now<span className="sr-only"> of {email}</span>
              </SmallButton>
            </form>
          </details>
        </li>
      ))}
    </ul>
  );
}
