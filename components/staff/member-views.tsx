import { memberViewNames } from "@/components/staff/member-labels";
import { memberViews, type MemberView } from "@/lib/cities/member-schema";

export function MemberViews({ view, query }: { view: MemberView; query: string }) {
  const addressOf = (each: MemberView) => {
    const filters = { ...(query && { query }), ...(each !== "all" && { view: each }) };
    const parameters = new URLSearchParams(filters).toString();
    return parameters ? `/admin/members?${parameters}` : "/admin/members";
  };
  return (
    <nav aria-label="Which members">
      <ul className="flex flex-wrap gap-x-5">
        {memberViews.map((each) => (
          <li key={each}>
            <a
              href={addressOf(each)}
              aria-current={each === view ? "page" : undefined}
              className="inline-block min-w-6 py-1 aria-[current]:font-bold aria-[current]:no-underline"
            >
              {memberViewNames[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
