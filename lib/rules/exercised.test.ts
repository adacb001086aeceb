import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Rule, RuleId } from "@/lib/rules/register";
import { rules } from "@/tests/support/rules";

/** A test's file and a part of its title. */
type Place = readonly [file: string, title: string];
/** The figures that the test has written out. None where it reads them from the register. */
type Exercise = { by: Place; figures?: Rule["values"] };

const tests = "tests/integration";
const atTheLimit = (title: string): Exercise => ({ by: [`${tests}/audit/rules.test.ts`, title] });
const inRegister = (title: string): Exercise => ({ by: ["lib/rules/register.test.ts", title] });
const by = (file: string, title: string, figures?: Rule["values"]): Exercise => ({
  by: [file.endsWith(".ts") ? file : `${tests}/${file}.test.ts`, title],
  figures,
});

/** Which test drives the real code to what a rule says. */
const exercises: Readonly<Record<RuleId, Exercise>> = {
  "one-open-application": by("applications/applications", "of two officials of one city, whoever"),
  "application-confirmation": by(
    "applications/applications-retention",
    "is not confirmed within seven days",
    {
      days: 7,
    },
  ),
  "second-contact": by(
    "applications/second-contact",
    "who does not answer for seven days is forgotten",
    {
      days: 7,
    },
  ),
  "applications-per-mailbox": atTheLimit('"applications-per-mailbox"'),
  "applications-per-network": by(
    "mail/mail-budget-limits",
    "submits thirty applications within ten",
    {
      shortMinutes: 10,
      shortMost: 30,
      longHours: 24,
      longMost: 100,
    },
  ),
  evidence: by("review/review", "needs every piece of evidence, and leaves no trace without", {
    count: 3,
    areas: 7,
  }),
  "mandate-to-follow": by(
    "review/review-mandate-to-follow",
    "a tick without a note does not let a city",
  ),
  "mandate-files": by(
    "applications/mandate-files",
    "five files of ten megabytes, and twenty in a day",
    {
      most: 5,
      megabytes: 10,
      perDay: 20,
    },
  ),
  "evidence-again": by(
    "applications/applications-correction",
    "evidence that was seen must be seen again",
  ),
  "free-mail-flag": inRegister("changes-requested, reopening and free-mail-flag"),
  "disposable-mail-flag": by("review/review-checks", "tell a free address, and the domains"),
  "contact-domain-flag": by("lib/applications/contact-domain.test.ts", "does not write"),
  "similar-names": by("review/review-checks", "name members and applicants of a similar name"),
  "link-check": by("lib/process/check-link.test.ts", "redirects come to an end", {
    redirects: 3,
    seconds: 5,
  }),
  "check-overrides": by("review/review-checks", "goes when the answer changes that it is about"),
  "first-decision": by(
    "review/review-races",
    "make one decision, one signatory at most and one mail",
  ),
  "changes-requested": by("review/review", "that nobody answers can end in a decline"),
  "decline-reasons": by("review/review", "gives the reason and frees the city", { count: 6 }),
  reopening: by("review/review-reopening", "an approved application takes the city off the list"),
  "review-wait": by("applications/applications-queries", "is told by the twenty latest", {
    recent: 20,
    fewest: 5,
  }),
  "review-clock": by(
    "lib/applications/review/review-clock.test.ts",
    "the applicant's time does not",
  ),
  "review-marks": by("lib/applications/claims/claims.test.ts", "is due soon from the seventh", {
    amber: 7,
    red: 10,
  }),
  "delay-mail": by("review/review-delay", "is told once when ten working days have passed", {
    days: 10,
  }),
  "review-claims": by("lib/applications/claims/claims.test.ts", "ends after five working days", {
    days: 5,
  }),
  appeal: by("review/appeals", "may ask until the thirtieth day", { days: 30 }),
  "approval-by-two": by("review/approval-by-two", "a first approval makes nothing public"),
  "decisions-by-lot": by("review/decisions-by-lot", "a draw of ten percent", {
    percent: 10,
    fewest: 10,
  }),
  "status-link": atTheLimit('"status-link"'),
  "one-endorsement": by(
    "endorsements/endorsements",
    "one address asks two cities, and thanks a signatory",
  ),
  "same-mailbox": by(
    "endorsements/endorsements-abuse",
    "with pluses and dots: one mailbox is one endorsement",
  ),
  "endorsement-confirmation": atTheLimit('"endorsement-confirmation"'),
  "confirmation-code": atTheLimit('"confirmation-code"'),
  "code-attempts": atTheLimit('"code-attempts"'),
  "form-age": inRegister("form-age and hold-too-fast"),
  "sealed-address": inRegister("sealed-address: the next page shows"),
  "small-numbers": inRegister("small-numbers and milestones"),
  milestones: atTheLimit('"milestones"'),
  "counts-published": atTheLimit('"counts-published"'),
  "endorsement-end": by("endorsements/endorsements", "an endorsement that is %s is gone at once"),
  "spot-check": by(
    "endorsements/endorsements-spot-check",
    "twenty of those who agreed to emails, drawn by lot",
    {
      most: 20,
      fewest: 10,
      days: 14,
      rest: 183,
    },
  ),
  reconfirmation: by(
    "cities/member-reconfirmation",
    "is asked after a year, reminded, and put on hold",
    {
      months: 12,
      days: 60,
      reminder: 14,
      linkDays: 365,
    },
  ),
  suspension: by("cities/member-standing", "is suspended with a public reason"),
  "renamed-cities": by("cities/member-standing", "keeps its old address for good"),
  "linked-cities": by("cities/member-standing", "leads to the other, which counts alone"),
  held: by(
    "endorsements/endorsements-review",
    "is held when it is confirmed, and counts once staff release it",
  ),
  "hold-honeypot": by("endorsements/endorsements-abuse", "fills in a field that people do not see"),
  "hold-too-fast": inRegister("form-age and hold-too-fast"),
  "hold-replayed-form": by(
    "endorsements/endorsements-abuse",
    "with one form sent again and again",
    {
      hours: 24,
      most: 4,
    },
  ),
  "hold-network": inRegister("%s holds what comes after its %s limit"),
  "refuse-network": inRegister("refuse-network refuses what comes after its %s limit"),
  "hold-mail-domain": inRegister("%s holds what comes after its %s limit"),
  "hold-city": inRegister("%s holds what comes after its %s limit"),
  "hold-blocked": atTheLimit('"hold-blocked"'),
  "hold-under-attack": by(
    "endorsements/endorsements-abuse",
    "attacks the site, each request is held",
  ),
  "hold-city-share": by(
    "lib/endorsements/abuse/city-alarm.test.ts",
    "fewer than fifty are no share, however small",
    { percent: 5, fewest: 50 },
  ),
  "hold-city-burst": by("endorsements/endorsements-alarms", "more than two hundred in an hour", {
    most: 200,
    days: 3,
    recent: 30,
    hours: 24,
  }),
  "hold-no-proof": by(
    "endorsements/endorsements-abuse",
    "with one proof of work for many endorsements",
    {
      hours: 24,
      most: 1,
    },
  ),
  networks: by("lib/abuse/network.test.ts", "%s is in %s", { bits: 24, longerBits: 48 }),
  "mails-per-mailbox": by("mail/mail-budget", "one mailbox gets five mails a day", { most: 5 }),
  "mails-per-domain": by("mail/mail-budget-limits", "gets three hundred in a day", {
    shortMinutes: 60,
    shortMost: 100,
    longHours: 24,
    longMost: 300,
  }),
  "mails-per-provider": by(
    "mail/mail-budget-limits",
    "of a big provider goes on where others end",
    {
      shortMinutes: 60,
      shortMost: 5_000,
      longHours: 24,
      longMost: 50_000,
    },
  ),
  "mail-retries": by(
    "mail/mail-delivery",
    "after nearly two days of tries staff see the mail as failed",
    {
      times: 8,
      hours: 46,
    },
  ),
  "mail-claims": atTheLimit('"mail-claims"'),
  "mail-stop": by("endorsements/endorsements-milestones", "one mail to each who wished to hear"),
  "sign-in-link": atTheLimit('"sign-in-link"'),
  "sign-in-known-device": atTheLimit('"sign-in-known-device"'),
  "sign-in-first": atTheLimit('"sign-in-first"'),
  session: by("staff/auth", "opens a session of which only the hash is stored", { hours: 12 }),
  "undo-review": atTheLimit('"undo-review"'),
  "undo-step": atTheLimit('"undo-step"'),
  "keep-applications": by(
    "applications/applications-retention",
    "loses its personal data after %i days",
    {
      days: 180,
      years: 2,
    },
  ),
  "keep-saved-forms": by("applications/saved-forms", "for fourteen days, and not a moment longer", {
    days: 14,
  }),
  "keep-proposals": by(
    "cities/city-pages",
    "is forgotten with links that expired, and proposals decided ninety days ago",
    { days: 90 },
  ),
  "page-links-per-network": by(
    "cities/city-pages",
    "from one network twenty links are sent in ten minutes",
    {
      shortMinutes: 10,
      shortMost: 20,
      longHours: 24,
      longMost: 60,
    },
  ),
  "page-proposals": by("cities/city-pages", "waits for decisions before it proposes a sixth time", {
    most: 5,
    hours: 24,
  }),
  "keep-contacts": by("cities/member-contacts", "are deleted ninety days after the city has left", {
    days: 90,
  }),
  "keep-endorsements": by(
    "endorsements/endorsements-retention",
    "ninety days after the city came onto the list",
    {
      years: 2,
      days: 90,
    },
  ),
  "keep-fingerprints": by("endorsements/endorsements-retention", "only %j know the fingerprint", {
    years: 2,
  }),
  "keep-network-marks": atTheLimit('"keep-network-marks"'),
  "keep-counts": by("endorsements/endorsements-retention", "whose key dies with its day"),
  "keep-mails": atTheLimit('"keep-mails"'),
  "keep-logs": by(
    "processes/process",
    "every line of the log is JSON, and none repeats what somebody typed",
  ),
  "keep-openings": by("audit/audit-log", "is forgotten after the months of the settings", {
    months: 12,
  }),
  "keep-backups": by(
    "operations/backup-folder",
    "deletes what is older than the days of the setting",
    {
      days: 30,
    },
  ),
  "keep-record": by("audit/events", "what happened can be neither changed nor deleted"),
};

const entries = Object.entries(exercises).map(([id, exercise]) => ({ id, ...exercise }));

test("each rule is driven by a test", () => {
  const driven = new Set(entries.map(({ id }) => id));
  expect(rules.map(({ id }) => id).filter((id) => !driven.has(id))).toEqual([]);
});

test.each(entries)("$id is exercised where this file says it is", ({ by: [file, title] }) => {
  expect(readFileSync(file, "utf8")).toContain(title);
});

test.each(entries)("$id has the figures that its test has", ({ id, by: [file], figures }) => {
  const readsTheRegister = readFileSync(file, "utf8").includes("@/tests/support/rules");
  const { values } = rules.find((rule) => rule.id === id)!;
  if (!readsTheRegister) expect(figures ?? {}).toEqual(values);
});
