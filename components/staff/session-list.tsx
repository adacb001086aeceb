import { formatMoment } from "@/components/review/labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import { Tag } from "@/components/staff-ui/tag";
import type { StaffSession } from "@/lib/staff/session-queries";

type Props = { sessions: StaffSession[]; end: (form: FormData) => Promise<void> };

/** Where one is signed in. The session of this browser ends by signing out. */
export function SessionList({ sessions, end }: Props) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {sessions.map(({ id, device, createdAt, expires, isThisOne }) => {
        const name = device ?? "Unknown browser";
        const since = formatMoment(createdAt);
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2">
            <p className="min-w-0 grow leading-snug">
              <strong>{name}</strong> {isThisOne ? <Tag>This browser</Tag> : null}
              <span className="block text-ink-soft">
                Since {since}, until {formatMoment(expires)} at the latest
              </span>
            </p>
            {isThisOne ? null : (
              <form action={end}>
                <input type="hidden" name="session" value={id} />
                <SmallButton>
                  End
                  <span className="sr-only">
                    {" "}
                    {name}, since {since}
                  </span>
                </SmallButton>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
