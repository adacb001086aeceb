import { formatMoment } from "@/components/review/labels";
import { formatSetting, settingLabels } from "@/components/staff/settings/setting-labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import type { SettingsChange } from "@/lib/settings/queries";

type Props = { changes: SettingsChange[]; undo: (form: FormData) => Promise<void> };

/** Each change with what stood there before and after, newest first. */
export function SettingsHistory({ changes, undo }: Props) {
  if (changes.length === 0) return <p className="text-ink-soft">Nothing has been changed yet.</p>;
  return (
    <ol className="divide-y divide-line-soft border-y border-line-soft leading-snug">
      {changes.map(({ id, at, by, undoes, names, before, after, isUndoable }) => (
        <li key={id} className="space-y-1 py-2">
          {names.map((name) => (
            <p key={name} className="wrap-anywhere">
              {settingLabels[name]}: {formatSetting(before[name])} → {formatSetting(after[name])}
            </p>
          ))}
          <p className="text-ink-soft">
            {undoes ? "Undone: " : null}
            <time dateTime={at.toISOString()}>{formatMoment(at)}</time>, <bdi>{by}</bdi>
          </p>
          {isUndoable ? (
            <form action={undo}>
              <input type="hidden" name="event" value={id} />
              <SmallButton>
                Undo
                <span className="sr-only">
                  : {names.map((name) => settingLabels[name]).join(", ")}
                </span>
              </SmallButton>
            </form>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
