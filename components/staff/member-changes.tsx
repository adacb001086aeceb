import type { ReactNode } from "react";
import { formatMoment } from "@/components/review/labels";
import { linkKindNames } from "@/components/staff/member-labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import type { MemberChanges } from "@/lib/cities/member-queries";

type Undo = (form: FormData) => Promise<void>;

type RenamesProps = { renames: MemberChanges["renames"]; cityId: number; undo: Undo };

/** Only the latest can be undone: the one before is the latest then. */
export function RenameList({ renames, cityId, undo }: RenamesProps) {
  const latest = renames.find(({ undoneAt }) => !undoneAt);
  return (
    <List isEmpty={renames.length === 0}>
      {renames.map((rename) => (
        <Change
          key={rename.id}
          {...rename}
          at={rename.renamedAt}
          cityId={cityId}
          undo={rename === latest ? undo : undefined}
        >
          <bdi>{rename.nameBefore}</bdi> → <bdi>{rename.nameAfter}</bdi>
        </Change>
      ))}
    </List>
  );
}

type LinksProps = { links: MemberChanges["links"]; cityId: number; undo: Undo };

/** Links from this city, and those that lead to it. */
export function LinkList({ links, cityId, undo }: LinksProps) {
  return (
    <List isEmpty={links.length === 0}>
      {links.map((link) => (
        <Change
          key={link.id}
          {...link}
          at={link.linkedAt}
          cityId={cityId}
          undo={link.undoneAt ? undefined : undo}
        >
          <a href={`/admin/members/${link.city.id}`}>
            <bdi>{link.city.name}</bdi>
          </a>{" "}
          →{" "}
          <a href={`/admin/members/${link.into.id}`}>
            <bdi>{link.into.name}</bdi>
          </a>
          : {linkKindNames[link.kind]}
        </Change>
      ))}
    </List>
  );
}

const List = ({ isEmpty, children }: { isEmpty: boolean; children: ReactNode }) =>
  isEmpty ? null : (
    <ul className="mt-4 max-w-xl divide-y divide-line-soft border-y border-line-soft">
      {children}
    </ul>
  );

type ChangeProps = {
  id: string;
  at: Date;
  undoneAt: Date | null;
  cityId: number;
  undo?: Undo;
  children: ReactNode;
};

function Change({ id, at, undoneAt, cityId, undo, children }: ChangeProps) {
  return (
    <li className="py-2 leading-snug wrap-anywhere">
      <p>{children}</p>
      <p className="text-ink-soft">
        {formatMoment(at)}
        {undoneAt ? `, undone ${formatMoment(undoneAt)}` : null}
      </p>
      {undo ? (
        <form action={undo} className="mt-1">
          <input type="hidden" name="cityId" value={cityId} />
          <input type="hidden" name="id" value={id} />
          <SmallButton>
            Undo<span className="sr-only">: {children}</span>
          </SmallButton>
        </form>
      ) : null}
    </li>
  );
}
