/** Midnight UTC. Of some cities only the announcement is known. */
export type SignatoryDates = { signedOn: Date | null; announcedOn: Date | null };

export type SignatoryDate = { kind: "signed" | "announced"; date: Date };

/** @throws when neither day is known, which the database does not allow */
export function signatoryDateOf({ signedOn, announcedOn }: SignatoryDates): SignatoryDate {
  if (signedOn) return { kind: "signed", date: signedOn };
  if (announcedOn) return { kind: "announced", date: announcedOn };
  throw new Error("A signatory has neither the day it signed nor the day it was announced.");
}
