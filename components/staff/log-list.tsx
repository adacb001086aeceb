import type { ReactNode } from "react";
import { formatMoment } from "@/components/review/labels";
import { formatDetail, linkOf } from "@/components/staff/log-details";
import { labelOf } from "@/lib/audit-log/log-filter";
import type { LogEntry, OpeningEntry } from "@/lib/audit-log/queries";
import type { OpenedThing } from "@/prisma/generated/enums";

export function LogList({ entries }: { entries: LogEntry[] }) {
  return (
    <List>
      {entries.map((entry) => (
        <Entry key={String(entry.id)} {...entry} what={labelOf(entry.kind)}>
          <Details {...entry} />
        </Entry>
      ))}
    </List>
  );
}

function Details({ kind, detail, member }: LogEntry) {
  const words = formatDetail(kind, detail);
  const link = linkOf(detail);
  if (!member && !link && words.length === 0) return null;
  return (
    <span className="block text-ink-soft">
      {[...(member ? [member] : []), ...words].map((each, index) => (
        <bdi key={index} className="me-4 inline-block max-w-full">
          {each}
        </bdi>
      ))}
      {link ? <a href={link[1]}>{link[0]}</a> : null}
    </span>
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
    <p className="py-8 text-ink-soft">
      There is no such entry. Ask for less, or for a longer time.
    </p>
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
        {children}
      </p>
    </li>
  );
}
