import type { Fact } from "@/components/operations/facts-of";
import { StateTag } from "@/components/operations/state-tag";
import { Facts } from "@/components/staff-ui/facts";
import { SectionTitle } from "@/components/staff-ui/section-title";
import type { Area, State } from "@/lib/operations/finding";

const titles: Readonly<Record<Area, string>> = {
  database: "Database",
  mails: "Emails",
  jobs: "Jobs",
  backups: "Backups",
  process: "This process",
  settings: "Settings",
};

type Props = { area: Area; state: State; facts: Fact[] };

export function AreaSection({ area, state, facts }: Props) {
  return (
    <section aria-labelledby={area} className="mb-6 break-inside-avoid">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <SectionTitle id={area}>{titles[area]}</SectionTitle>
        <StateTag state={state} />
      </div>
      <Facts rows={facts} />
    </section>
  );
}
