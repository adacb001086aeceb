import { nameOfStaff } from "@/components/publishing/publication-labels";
import { formatMoment } from "@/components/review/labels";
import { Tag } from "@/components/staff-ui/tag";
import type { PublicationVersion } from "@/lib/publications/staff-queries";

type Props = {
  id: string;
  /** Newest first. */
  versions: readonly PublicationVersion[];
  publicId: string | null;
  /** Whether that one is not public yet. */
  isScheduled: boolean;
};

/** Who wrote what and when. From each version one can go on writing: that is the way back. */
export function VersionList({ id, versions, publicId, isScheduled }: Props) {
  if (versions.length === 0)
    return <p className="text-ink-soft">Nothing was written in this language yet.</p>;
  return (
    <ol className="divide-y divide-line-soft border-y border-line-soft">
      {versions.map((version, index) => {
        const { number, locale, writtenAt, correction, staff } = version;
        const address = `/admin/publishing/${id}?locale=${locale}`;
        return (
          <li key={version.id} className="py-2">
            <p>
              <strong>Version {number}</strong>, {formatMoment(writtenAt)}, by{" "}
              <bdi>{nameOfStaff(staff)}</bdi>{" "}
              {version.id === publicId ? (
                <Tag variant={isScheduled ? "notable" : "good"}>
                  {isScheduled ? "Scheduled" : "Public"}
                </Tag>
              ) : null}
            </p>
            {correction ? (
              <p>
                Correction: <bdi>{correction}</bdi>
              </p>
            ) : null}
            <p className="flex flex-wrap gap-x-6">
              <a href={`${address}&compare=${number}#differences`} className="py-1">
                {number === 1 ? "Text" : "Differences"}{" "}
                <span className="sr-only">of version {number}</span>
              </a>
              {index > 0 ? (
                <a href={`${address}&from=${number}`} className="py-1">
                  Bring back version {number}
                </a>
              ) : null}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
