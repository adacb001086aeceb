import type { ReactNode } from "react";
import { SmallButton } from "@/components/staff-ui/small-button";
import { controlClass } from "@/components/ui/field";
import { eventSubjects, kindsOf, labelOf, type LogFilter } from "@/lib/audit-log/log-filter";

type Props = {
  action: string;
  filter: LogFilter;
  staff: { id: string; name: string }[];
  /** Events have kinds and actors, openings have none. */
  isOfEvents: boolean;
};

const actors = [
  ["applicant", "Applicants"],
  ["resident", "Residents"],
  ["system", "The site"],
] as const;

const control = `${controlClass} min-h-9! py-1!`;

/** A question to the server, without scripts. */
export function LogFilterForm({ action, filter, staff, isOfEvents }: Props) {
  return (
    <search>
      <form
        action={action}
        className="grid grid-cols-2 items-end gap-x-4 gap-y-2 sm:flex sm:flex-wrap"
      >
        <Labelled name="who" label="Who">
          <select
            id="who"
            name="who"
            defaultValue={filter.who}
            className={`${control} sm:max-w-48!`}
          >
            <option value="">Anybody</option>
            {isOfEvents
              ? actors.map(([actor, label]) => (
                  <option key={actor} value={actor}>
                    {label}
                  </option>
                ))
              : null}
            <optgroup label="Staff">
              {staff.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        </Labelled>
        {isOfEvents ? (
          <Labelled name="what" label="What">
            <select
              id="what"
              name="what"
              defaultValue={filter.what}
              className={`${control} sm:max-w-56!`}
            >
              <option value="">Anything</option>
              {eventSubjects.map((subject) => (
                <optgroup key={subject} label={labelOf(subject)}>
                  <option value={subject}>{labelOf(subject)}: all</option>
                  {kindsOf(subject).map((kind) => (
                    <option key={kind} value={kind}>
                      {labelOf(kind)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </Labelled>
        ) : null}
        <TextFilter name="city" label="City" value={filter.city} />
        <TextFilter name="application" label="Application" value={filter.application} />
        <TextFilter name="from" label="From" value={filter.from} type="date" />
        <TextFilter name="until" label="Until" value={filter.until} type="date" />
        <SmallButton>Show</SmallButton>
        <a href={action} className="py-1.5">
          Clear
        </a>
      </form>
    </search>
  );
}

function Labelled({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="font-bold">
        {label}
      </label>
      {children}
    </div>
  );
}

type TextFilterProps = {
  name: "city" | "application" | "from" | "until";
  label: string;
  value: string;
  type?: "date";
};

function TextFilter({ name, label, value, type }: TextFilterProps) {
  return (
    <Labelled name={name} label={label}>
      <input
        id={name}
        name={name}
        type={type ?? "search"}
        defaultValue={value}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        className={`${control} ${type ? "sm:max-w-40" : "sm:max-w-32"}`}
      />
    </Labelled>
  );
}
