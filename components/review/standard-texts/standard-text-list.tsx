import { formatMoment, nameTextKind } from "@/components/review/labels";
import { LongText } from "@/components/staff-ui/long-text";
import { SmallButton } from "@/components/staff-ui/small-button";
import { Tag } from "@/components/staff-ui/tag";
import type {
  FoundStandardText,
  ListedStandardText,
} from "@/lib/applications/standard-texts/queries";
import { nameOfLocale, toLocale } from "@/lib/i18n/locales";

export function StandardTextList({ texts }: { texts: ListedStandardText[] }) {
  if (texts.length === 0) return <p className="text-ink-soft">There are none yet.</p>;
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {texts.map((text) => (
        <li key={text.id} className="py-2">
          <a href={`/admin/texts/${text.id}`} className="font-bold wrap-anywhere">
            {text.title}
          </a>{" "}
          {text.retiredAt ? <Tag>Not offered</Tag> : null}
          <span className="block text-ink-soft">
            {nameTextKind(text)}, {nameOfLocale(toLocale(text.locale))}
          </span>
        </li>
      ))}
    </ul>
  );
}

type HistoryProps = { text: FoundStandardText; putBack: (form: FormData) => Promise<void> };

/** Every version with who wrote it, newest first. */
export function StandardTextHistory({ text: { id, version, versions }, putBack }: HistoryProps) {
  return (
    <ol className="divide-y divide-line-soft border-y border-line-soft leading-snug">
      {versions.map(({ number, title, body, writtenAt, writtenBy }) => (
        <li key={number} className="space-y-1 py-2">
          <p className="font-bold wrap-anywhere">
            <bdi>{title}</bdi>
          </p>
          <div className="wrap-anywhere whitespace-pre-line">
            <LongText>{body}</LongText>
          </div>
          <p className="text-ink-soft">
            Version {number}, {formatMoment(writtenAt)}, <bdi>{writtenBy}</bdi>
          </p>
          {number === version ? null : (
            <form action={putBack}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="number" value={number} />
              <SmallButton>Bring back version {number}</SmallButton>
            </form>
          )}
        </li>
      ))}
    </ol>
  );
}
