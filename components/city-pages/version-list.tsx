import { formatMoment } from "@/components/review/labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import type { PageVersion } from "@/lib/members/page/queries";

type Props = {
  versions: readonly PageVersion[];
  cityId: number;
  /** The version that is shown. */
  shown: number;
  restore: (form: FormData) => Promise<void>;
};

export function VersionList({ versions, cityId, shown, restore }: Props) {
  if (versions.length === 0) return <p className="text-ink-soft">It was never edited.</p>;
  const restoreButton = (number: number, label: string) => (
    <form action={restore}>
      <input type="hidden" name="cityId" value={cityId} />
      <input type="hidden" name="seen" value={shown} />
      <input type="hidden" name="number" value={number} />
      <SmallButton>{label}</SmallButton>
    </form>
  );
  return (
    <ol className="space-y-3">
      {versions.map(({ number, restores, isProposed, by, createdAt }) => (
        <li key={number}>
          Version {number}
          {restores === null ? null : `, as version ${restores} was`}
          {isProposed ? ", proposed by the city" : null}
          {number === shown ? " (shown now)" : null}
          <span className="block text-ink-soft">
            {formatMoment(createdAt)}, <bdi>{by}</bdi>
          </span>
          {number === shown ? null : restoreButton(number, `Bring back version ${number}`)}
        </li>
      ))}
      <li>
        Before it was edited
        {restoreButton(0, "Undo all edits")}
      </li>
    </ol>
  );
}
