import { formatMoment } from "@/components/review/labels";
import { kindLabels, nameOfStaff, stateLabels } from "@/components/publishing/publication-labels";
import { Tag } from "@/components/staff-ui/tag";
import { shownState } from "@/lib/publications/publication-state";
import type { ListedPublication } from "@/lib/publications/staff-queries";

type Props = { publications: readonly ListedPublication[]; now: Date };

/** What editors wrote, each with its state and who wrote last. */
export function PublicationList({ publications, now }: Props) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {publications.map((publication) => (
        <Row key={publication.id} publication={publication} now={now} />
      ))}
    </ul>
  );
}

function Row({ publication, now }: { publication: ListedPublication; now: Date }) {
  const { id, kind, texts, publishedAt } = publication;
  const state = shownState(publication, now);
  const { text, variant } = stateLabels[state];
  const latest = texts
    .map((each) => each.latest)
    .toSorted((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime())[0];
  const isUnread =
    state === "published" && texts.some(({ latestId, publicId }) => latestId !== publicId);
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="flex flex-wrap items-start gap-1">
        <Tag variant={variant}>{text}</Tag>
        {isUnread ? <Tag variant="notable">Changes wait</Tag> : null}
      </span>
      <span className="min-w-0 wrap-anywhere">
        <a href={`/admin/publishing/${id}`} className="inline-block py-0.5 font-bold">
          <bdi>{latest?.title}</bdi>
        </a>
        <span className="block text-ink-soft">
          {kindLabels[kind]}
          {texts.length > 1 ? `, ${texts.map(({ locale }) => locale).join(", ")}` : null}
          {publishedAt ? `, ${state === "scheduled" ? "for" : "since"} ` : null}
          {publishedAt ? formatMoment(publishedAt) : null}
          {latest ? `. Last written ${formatMoment(latest.writtenAt)} by ` : null}
          {latest ? <bdi>{nameOfStaff(latest.staff)}</bdi> : null}.
        </span>
      </span>
    </li>
  );
}
