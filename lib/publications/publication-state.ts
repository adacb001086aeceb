import { isoDay } from "@/lib/durations";
import type { PublicationKind, PublicationState } from "@/prisma/generated/enums";

/** `scheduled` is what is published, but not yet. */
export type ShownState = PublicationState | "scheduled";

export const shownState = (
  { state, publishedAt }: { state: PublicationState; publishedAt: Date | null },
  now: Date,
): ShownState => (state === "published" && publishedAt && publishedAt > now ? "scheduled" : state);

/** Without its language. Null where it has none yet. */
export function publicPathOf({
  kind,
  slug,
  publishedAt,
}: {
  kind: PublicationKind;
  slug: string;
  publishedAt: Date | null;
}): `/${string}` | null {
  if (!publishedAt) return null;
  return kind === "event" ? `/events#${slug}` : `/news/${isoDay(publishedAt)}-${slug}`;
}
