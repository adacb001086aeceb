import { stateLabels } from "@/components/publishing/publication-labels";
import { formatMoment } from "@/components/review/labels";
import { Tag } from "@/components/staff-ui/tag";
import { href } from "@/lib/i18n/href";
import { defaultLocale } from "@/lib/i18n/locales";
import type { ShownState } from "@/lib/publications/publication-state";
import type { EditedPublication } from "@/lib/publications/staff-queries";

type Props = {
  /** What it is, in words. */
  kind: string;
  state: ShownState;
  publication: Pick<
    EditedPublication,
    "slug" | "publishedAt" | "withdrawnAt" | "withdrawalReason" | "texts"
  >;
  /** Of its public page, without the language. */
  path: `/${string}` | null;
};

/** Whether a publication is public, since when and where. */
export function PublicationStanding({ kind, state, publication, path }: Props) {
  const { slug, publishedAt, withdrawnAt, withdrawalReason, texts } = publication;
  const { text, variant } = stateLabels[state];
  const isUnread = texts.some(({ latestId, publicId }) => publicId && latestId !== publicId);
  return (
    <div className="mb-4 text-ink-soft">
      <p>
        <Tag variant={variant}>{text}</Tag> {kind} “{slug}”.{" "}
        {state === "scheduled" && publishedAt ? `For ${formatMoment(publishedAt)}. ` : null}
        {state === "published" && publishedAt ? `Since ${formatMoment(publishedAt)}. ` : null}
        {state === "published" && path ? (
          <a href={href(defaultLocale, path)} className="inline-block py-0.5">
            Public page
          </a>
        ) : null}
      </p>
      {state === "published" && isUnread ? (
        <p className="font-bold">What was written last is not public yet.</p>
      ) : null}
      {state === "withdrawn" && withdrawnAt ? (
        <p>
          Withdrawn {formatMoment(withdrawnAt)}. Its address says: “<bdi>{withdrawalReason}</bdi>”
        </p>
      ) : null}
    </div>
  );
}
