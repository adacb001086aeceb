/** What may be quoted, oldest first: when it was, and who said so (`press` in the messages). */
export const pressFacts = [
  { date: "2018-11-14", text: "factLaunch", source: "sourceCoalition" },
  { date: "2019", text: "factUnconnected", source: "sourceThen" },
  { date: "2019", text: "factDeveloping", source: "sourceThen" },
  { date: "2019-03-05", text: "factOfficers", source: "sourceReview" },
  { date: "2019-03-28", text: "factCampaign", source: "sourceAnnouncement" },
  { date: "2019-03-28", text: "factPartners", source: "sourceAnnouncement" },
  { date: "2019-03-28", text: "factSignatories", source: "sourceAnnouncement" },
  { date: "2020-01-07", text: "factReview", source: "sourceReview" },
] as const;

/** How many cities stand on the public list, on a day. */
export type PressFigures = { cities: number; countries: number; date: Date };

/** The text about the coalition, by its length in words. */
export const boilerplates = [
  { words: 25, text: "short" },
  { words: 60, text: "medium" },
  { words: 150, text: "long" },
] as const;
