import type { ReactNode } from "react";
import { formatMoment } from "@/components/review/labels";
import { labelOf } from "@/lib/audit-log/log-filter";
import type { LogEntry, OpeningEntry } from "@/lib/audit-log/queries";
import type { OpenedThing } from "@/prisma/generated/enums";

export function LogList({ entries }: { entries: LogEntry[] }) {
  return (
    <List>
      {entries.map((entry) => (
        <Entry key={String(entry.id)} {...entry} what={labelOf(entry.kind)}>
          {entry.detail.map(([name, value]) => (
            <span key={name} className="me-3 inline-block max-w-full text-ink-soft">
              {name}: <bdi>{value}</bdi>
            </span>
          ))}
        </Entry>
      ))}
    </List>
  );
}

const things: Readonly<Record<OpenedThing, string>> = {
  application: "Application opened",
  member: "Page of a member opened",
  mandate_file: "File of a mandate opened",
};

export function OpeningList({ entries }: { entries: OpeningEntry[] }) {
  return (
    <List>
      {entries.map((entry) => (
        <Entry key={String(entry.id)} {...entry} what={things[entry.thing]} />
      ))}
    </List>
  );
}

const List = ({ children }: { children: ReactNode[] }) =>
  children.length > 0 ? (
    <ol className="divide-y divide-line-soft border-y border-line-soft leading-snug">{children}</ol>
  ) : (
    <p className="py-8 text-ink-soft">There is no such entry.</p>
  );

type EntryProps = Pick<OpeningEntry, "at" | "who" | "city" | "application" | "applicationId"> & {
  what: string;
  children?: ReactNode;
};

function Entry({ at, who, what, city, application, applicationId, children }: EntryProps) {
  return (
    <li className="gap-x-4 py-1.5 wrap-anywhere sm:grid sm:grid-cols-[12rem_12rem_minmax(0,1fr)]">
      <time dateTime={at.toISOString()} className="block text-ink-soft">
        {formatMoment(at)}
      </time>
      <bdi>{who}</bdi>
      <p>
        <strong>{what}</strong>{" "}
        {city ? <a href={`/admin/endorsements/cities/${city.id}`}>{city.name}</a> : null}{" "}
        {application ? <a href={`/admin/applications/${applicationId}`}>{application}</a> : null}
        {children ? <span className="block">{children}</span> : null}
      </p>
    </li>
  );
}
