import { prepared } from "@/lib/database/prepared";
import { prisma, type Transaction } from "@/lib/db";
import { hashToken } from "@/lib/tokens";
import { Prisma } from "@/prisma/generated/client";
import type { HoldReason } from "@/prisma/generated/enums";

// What the resident behind an endorsement sees of it, by the links of the mails.

const placeView = {
  id: true,
  name: true,
  regionName: true,
  countryCode: true,
  city: { select: { name: true, slug: true, signatory: { select: { createdAt: true } } } },
} as const;

const residentsView = {
  id: true,
  kind: true,
  state: true,
  placeId: true,
  locale: true,
  declarationVersion: true,
  addressHash: true,
  email: true,
  name: true,
  isNamePublic: true,
  wantsNews: true,
  hasStoppedMails: true,
  heldFor: true,
  submittedAt: true,
  confirmedAt: true,
  spotCheckedAt: true,
  place: { select: placeView },
} satisfies Prisma.EndorsementSelect;

export type ResidentsView = Prisma.EndorsementGetPayload<{ select: typeof residentsView }>;

export async function findEndorsementByToken(
  token: string,
  client: Transaction = prisma,
): Promise<ResidentsView | null> {
  return client.endorsement.findFirst({
    where: { links: { some: { tokenHash: hashToken(token) } } },
    select: residentsView,
  });
}

type UnconfirmedRow = Omit<ResidentsView, "place"> & {
  placeName: string;
  regionName: string | null;
  countryCode: string;
  cityName: string | null;
  slug: string | null;
  signedAt: Date | null;
};

/** In one statement, as everybody who confirms asks it. */
export async function findUnconfirmedByToken(token: string): Promise<ResidentsView | null> {
  const [row] = await prisma.$queryRaw<UnconfirmedRow[]>`${prepared}
    SELECT e.id, e.kind, e.state, e.place_id AS "placeId", e.locale, e.email, e.name,
      e.declaration_version AS "declarationVersion", e.address_hash AS "addressHash",
      e.is_name_public AS "isNamePublic", e.wants_news AS "wantsNews",
      e.has_stopped_mails AS "hasStoppedMails", e.held_for::text[] AS "heldFor",
      e.asked_at AS "submittedAt", e.confirmed_at AS "confirmedAt",
      e.spot_checked_at AS "spotCheckedAt", place.name AS "placeName",
      place.region_name AS "regionName", place.country_code AS "countryCode",
      city.name AS "cityName", city.slug, signatory.created_at AS "signedAt"
    FROM endorsement_link JOIN endorsement AS e ON e.id = endorsement_link.endorsement_id
      JOIN place ON place.id = e.place_id
      LEFT JOIN city ON city.id = place.id LEFT JOIN signatory ON signatory.city_id = place.id
    WHERE token_hash = ${hashToken(token)} AND e.state = 'unconfirmed'`;
  if (!row) return null;
  const { placeName, regionName, countryCode, cityName, slug, signedAt, ...endorsement } = row;
  const signatory = signedAt && { createdAt: signedAt };
  const city = cityName && slug ? { name: cityName, slug, signatory } : null;
  const place = { id: row.placeId, name: placeName, regionName, countryCode, city };
  return { ...endorsement, place };
}

/** Selects nothing that only the reader of the mail should know. */
export async function findSubmissionByKey(
  statusKey: string,
): Promise<{ cityId: number; cityName: string; heldFor: HoldReason[] } | null> {
  const [found] = await prisma.$queryRaw<
    { cityId: number; cityName: string; heldFor: HoldReason[] }[]
  >`${prepared} SELECT place.id AS "cityId", coalesce(city.name, place.name) AS "cityName",
      held_for::text[] AS "heldFor"
    FROM endorsement JOIN place ON place.id = endorsement.place_id
      LEFT JOIN city ON city.id = place.id
    WHERE status_key_hash = ${hashToken(statusKey)}`;
  return found ?? null;
}
