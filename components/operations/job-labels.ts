/** By the names that `lib/jobs/worker.ts` gives them. */
export const jobLabels: Readonly<Record<string, string>> = {
  daily: "Whether the nightly job is due",
  counts: "Counts of residents",
  milestones: "Milestones and news for residents",
  bulk_reviews: "Reviews of many endorsements",
  ready_minutes: "Minutes in which the site was ready",
  staff_mails: "Emails to reviewers",
  snapshots: "Monthly snapshots of the data",
  publications: "What is scheduled",
  reconfirmations: "Questions to members",
  links: "Checks of links",
  reminders: "Reminders and what expires",
};
