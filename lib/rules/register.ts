import {
  applicationsPerMailboxAndDay,
  applicationsPerNetwork,
  mailsPerBigProvider,
  mailsPerDomain,
  mailsPerMailboxAndDay,
  pageLinksPerNetwork,
} from "@/lib/abuse/mail-budget";
import { networkBits } from "@/lib/abuse/network";
import { checklistAreas } from "@/lib/applications/fields";
import { maxFileMegabytes, maxFiles, maxFilesPerDay } from "@/lib/applications/files/file-limits";
import { statusLinkDays } from "@/lib/applications/mails/links";
import { recentDecisions } from "@/lib/applications/queries";
import { retentionDays } from "@/lib/applications/receipt";
import { evidenceCriteria } from "@/lib/applications/review/decisions";
import { savedFormDays } from "@/lib/applications/saved-forms/saved-form-days";
import { minDecisions } from "@/lib/applications/review/wait-estimate";
import { contactsKeptDaysAfterLeaving } from "@/lib/cities/contacts/retention-days";
import { maxProposals, pageLinkHours, proposalKeptDays } from "@/lib/members/page/proposal-days";
import { minAnswersShown } from "@/lib/applications/second-look/agreement-queries";
import { providerCountedForDays } from "@/lib/endorsements/abuse/block-commands";
import {
  burstInUsualDays,
  minForShareAlarm,
  quietAfterBurstHours,
  usualOverDays,
} from "@/lib/endorsements/abuse/city-alarm";
import { codeDigits, maxCodeAttempts } from "@/lib/endorsements/abuse/confirmation-code";
import { formMaxAgeMs, minFillMs } from "@/lib/endorsements/abuse/form-seal";
import {
  codeAttemptsMinutes,
  codeAttemptsPerNetwork,
  limits,
  type Scope,
} from "@/lib/endorsements/abuse/limits";
import { thresholds } from "@/lib/endorsements/city-progress/milestone-thresholds";
import {
  announcedAfterMinutes,
  takeBackHours,
} from "@/lib/endorsements/city-progress/step-commands";
import { minPublishIntervalMs } from "@/lib/endorsements/counts/record-count";
import { minShown } from "@/lib/endorsements/counts/shown-count";
import {
  endorsementRetentionDays,
  networkHashHours,
  reminderAfterHours,
  unconfirmedHours,
} from "@/lib/endorsements/retention/retention-periods";
import { minToConfirm } from "@/lib/endorsements/review/bulk-review";
import { answerDays, restDays } from "@/lib/endorsements/spot-check/spot-check-days";
import { undoHours } from "@/lib/endorsements/review/undo-period";
import { openForMinutes } from "@/lib/endorsements/sealed-address";
import { hourMs } from "@/lib/durations";
import type messages from "@/content/en/messages.json";
import { claimInMinutes, mailKeptForDays } from "@/lib/mail/commands";
import { retryDelays } from "@/lib/mail/delivery";
import { reconfirmationLinkDays } from "@/lib/members/mails/mailer";
import { maxRedirects, maxSeconds } from "@/lib/process/check-link";
import type { Settings } from "@/lib/settings/schema";
import { readEnv } from "@/lib/env";
import { linkLifetimeInHours } from "@/lib/staff/first-sign-in";
import { deviceKnownForDays } from "@/lib/staff/known-device";
import { sessionHours } from "@/lib/staff/session-hours";
import {
  lifetimeInHours,
  linksPerDayThatLiveBriefly,
  linksPerHourToKnownDevice,
  openLinks,
} from "@/lib/staff/sign-in";

// Every rule by which the software decides, flags or deletes. What it says stands in the messages
// under `rules.<id>`; every figure comes from the constant that the software goes by.

export type RuleId = keyof typeof messages.rules;

/** A list is shown as one: "10, 50, and 100". */
type Values = Readonly<Record<string, number | readonly number[]>>;

export type Rule = { id: RuleId; values: Values };

/** The id is the rule's anchor on the page: it stays when the rule changes. */
const rule = (id: RuleId, values: Values = {}): Rule => ({ id, values });

type Window = { minutes: number; most: number };

/** Of two windows: the shorter in minutes, the longer in hours. */
function inTwoWindows([short, long]: readonly Window[]): Values {
  if (!short || !long) throw new Error("A budget has lost one of its two windows.");
  return {
    shortMinutes: short.minutes,
    shortMost: short.most,
    longHours: long.minutes / 60,
    longMost: long.most,
  };
}

const windowsOf = (scope: Scope, kind: "hold" | "refuse"): Window[] =>
  limits.flatMap((limit) =>
    limit.scope === scope && limit[kind] ? [{ minutes: limit.minutes, most: limit[kind] }] : [],
  );

function inOneWindow(scope: Scope): Values {
  const [window, more] = windowsOf(scope, "hold");
  if (!window || more) throw new Error(`The limit of ${scope} has not one window.`);
  return { hours: window.minutes / 60, most: window.most };
}

const named = (prefix: string, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      value,
    ]),
  );

const inYears = (days: number): number => days / 365;

const applications: Rule[] = [
  rule("one-open-application"),
  rule("application-confirmation", { days: retentionDays.unconfirmed }),
  rule("second-contact", { days: retentionDays.unconfirmed }),
  rule("applications-per-mailbox", { most: applicationsPerMailboxAndDay }),
  rule("applications-per-network", inTwoWindows(applicationsPerNetwork)),
  rule("evidence", { count: evidenceCriteria.length, areas: checklistAreas.length }),
  rule("mandate-to-follow"),
  rule("mandate-files", { most: maxFiles, megabytes: maxFileMegabytes, perDay: maxFilesPerDay }),
  rule("evidence-again"),
  rule("free-mail-flag"),
  rule("disposable-mail-flag"),
  rule("contact-domain-flag"),
  rule("similar-names"),
  rule("link-check", { redirects: maxRedirects, seconds: maxSeconds }),
  rule("check-overrides"),
  rule("first-decision"),
  rule("changes-requested"),
  rule("reopening"),
  rule("review-wait", { recent: recentDecisions, fewest: minDecisions }),
  rule("review-clock"),
  rule("status-link", { days: statusLinkDays }),
];

const endorsements: Rule[] = [
  rule("one-endorsement"),
  rule("same-mailbox"),
  rule("endorsement-confirmation", { hours: unconfirmedHours, reminder: reminderAfterHours }),
  rule("confirmation-code", { digits: codeDigits, attempts: maxCodeAttempts }),
  rule("code-attempts", { most: codeAttemptsPerNetwork, minutes: codeAttemptsMinutes }),
  rule("form-age", { hours: formMaxAgeMs / hourMs }),
  rule("sealed-address", { minutes: openForMinutes }),
  rule("small-numbers", { fewest: minShown }),
  rule("milestones", { thresholds, hours: undoHours }),
  rule("counts-published", { seconds: minPublishIntervalMs / 1_000 }),
  rule("endorsement-end"),
];

const members: Rule[] = [rule("suspension"), rule("renamed-cities"), rule("linked-cities")];

const holds: Rule[] = [
  rule("held"),
  rule("hold-honeypot"),
  rule("hold-too-fast", { seconds: minFillMs / 1_000 }),
  rule("hold-replayed-form", inOneWindow("form")),
  rule("hold-network", inTwoWindows(windowsOf("network", "hold"))),
  rule("refuse-network", inTwoWindows(windowsOf("network", "refuse"))),
  rule("hold-mail-domain", {
    ...inTwoWindows(windowsOf("mail_domain", "hold")),
    ...named("big", inTwoWindows(windowsOf("big_provider", "hold"))),
  }),
  rule("hold-city", inTwoWindows(windowsOf("city", "hold"))),
  rule("hold-blocked", { days: providerCountedForDays }),
  rule("hold-under-attack"),
  rule("hold-no-proof", inOneWindow("proof")),
  rule("networks", { bits: networkBits.ipv4, longerBits: networkBits.ipv6 }),
];

const mails: Rule[] = [
  rule("mails-per-mailbox", { most: mailsPerMailboxAndDay }),
  rule("mails-per-domain", inTwoWindows(mailsPerDomain)),
  rule("mails-per-provider", inTwoWindows(mailsPerBigProvider)),
  rule("mail-retries", {
    times: retryDelays.length,
    hours: Math.round(retryDelays.reduce((sum, minutes) => sum + minutes, 0) / 60),
  }),
  rule("mail-claims", { minutes: claimInMinutes }),
  rule("mail-stop"),
];

const staff: Rule[] = [
  rule("sign-in-link", {
    open: openLinks,
    usual: lifetimeInHours.usual,
    many: linksPerDayThatLiveBriefly,
    underPressure: lifetimeInHours.underPressure,
  }),
  rule("sign-in-known-device", { most: linksPerHourToKnownDevice, days: deviceKnownForDays }),
  rule("sign-in-first", { hours: linkLifetimeInHours }),
  rule("session", { hours: sessionHours }),
  rule("undo-review", { hours: undoHours, many: minToConfirm }),
  rule("undo-step", { hours: takeBackHours, minutes: announcedAfterMinutes }),
];

const retention: Rule[] = [
  rule("keep-applications", {
    days: retentionDays.declined,
    years: inYears(retentionDays.approved),
  }),
  rule("keep-saved-forms", { days: savedFormDays }),
  rule("keep-proposals", { days: proposalKeptDays }),
  rule("keep-contacts", { days: contactsKeptDaysAfterLeaving }),
  rule("keep-endorsements", {
    years: inYears(endorsementRetentionDays.confirmed),
    days: endorsementRetentionDays.signed,
  }),
  rule("keep-fingerprints", { years: inYears(endorsementRetentionDays.suppression) }),
  rule("keep-network-marks", { hours: networkHashHours }),
  rule("keep-counts"),
  rule("keep-mails", { days: mailKeptForDays }),
  rule("keep-logs"),
  rule("keep-record"),
];

/** With the figures of the settings as they are now. */
export const ruleGroupsOf = (settings: Settings) => ({
  applications: [
    ...applications,
    rule("decline-reasons", { count: settings.declineReasons.length }),
    rule("review-marks", {
      amber: settings.amberAfterWorkingDays,
      red: settings.redAfterWorkingDays,
    }),
    rule("delay-mail", { days: settings.redAfterWorkingDays }),
    rule("review-claims", { days: settings.claimEndsAfterWorkingDays }),
    rule("appeal", { days: settings.appealDays }),
    rule("approval-by-two"),
    rule("decisions-by-lot", { percent: settings.sampledPercent, fewest: minAnswersShown }),
  ],
  endorsements: [
    ...endorsements,
    rule("spot-check", {
      most: settings.spotCheckSize,
      fewest: minShown,
      days: answerDays,
      rest: restDays,
    }),
  ],
  members: [
    rule("reconfirmation", {
      months: settings.reconfirmAfterMonths,
      days: settings.reconfirmWithinDays,
      reminder: settings.reconfirmReminderDays,
      linkDays: reconfirmationLinkDays,
    }),
    ...members,
    rule("page-links-per-network", inTwoWindows(pageLinksPerNetwork)),
    rule("page-proposals", { hours: pageLinkHours, most: maxProposals }),
  ],
  holds: [
    ...holds,
    rule("hold-city-share", {
      percent: settings.shareAlarmPercent,
      fewest: minForShareAlarm,
    }),
    rule("hold-city-burst", {
      most: settings.burstAlarmAsks,
      days: burstInUsualDays,
      recent: usualOverDays,
      hours: quietAfterBurstHours,
    }),
  ],
  mails,
  staff,
  retention: [
    ...retention,
    rule("keep-openings", { months: settings.openingsKeptForMonths }),
    rule("keep-backups", { days: readEnv().BACKUP_DAYS }),
  ],
});
