import {
  decisionOutcomes,
  type DecisionOutcome,
} from "@/lib/applications/decision-log/decision-entries";
import {
  listPublishedDecisions,
  type PublishedDecision,
} from "@/lib/applications/decision-log/queries";
import { listWaiting } from "@/lib/applications/queries";
import {
  countAgreement,
  minAnswersShown,
  type Agreement,
} from "@/lib/applications/second-look/agreement-queries";
import { prisma } from "@/lib/db";
import { after, dayMs, startOfDay } from "@/lib/durations";
import { listMonthlyEndorsements } from "@/lib/endorsements/counts/monthly-queries";
import { findFirstMailDay, listMailTallies } from "@/lib/mail/queries";
import { findFirstReadyDay, listReadyDays } from "@/lib/operations/ready-minutes";
import { firstDayOf, lastMonths, monthOf } from "@/lib/statistics/months";
import { median, percentile } from "@/lib/statistics/quantiles";
import { readyByMonth, type ReadyMonth } from "@/lib/statistics/ready-time";
import { DeclineReason } from "@/prisma/generated/enums";

/** Of approvals and declines, in working days with the staff. */
export type ReviewTimes = { decisions: number; median: number | null; ninetieth: number | null };

type Counted<Name extends string> = { name: Name; recent: number; all: number };

/** `refused`: of those given up. */
type MailMonth = {
  month: string;
  delivered: number | null;
  givenUp: number | null;
  refused: number | null;
};

/** Months as 2026-11, oldest first, all of UTC. */
export type ServiceStatistics = {
  /** The first day with a record of anything. */
  since: Date | null;
  months: readonly string[];
  waiting: { withStaff: number; withCity: number; longestWait: number | null };
  review: ReviewTimes & { byMonth: (ReviewTimes & { month: string })[] };
  /** How often second reviewers agreed. Null: too few answers to be shown. */
  agreement: Agreement | null;
  /** `recent`: within `months`. */
  outcomes: Counted<DecisionOutcome>[];
  declineReasons: Counted<DeclineReason>[];
  /** Until yesterday. Null: too few to be shown. */
  endorsements: { month: string; added: number | null; removed: number | null }[];
  /** Until yesterday. Null: not counted yet in that month. */
  mails: {
    since: Date | null;
    byMonth: MailMonth[];
  };
  /** Of whole days until yesterday. */
  ready: { since: Date | null; byMonth: ReadyMonth[] };
  lastRetentionRun: Date | null;
};

export async function getServiceStatistics(now = new Date()): Promise<ServiceStatistics> {
  const months = lastMonths(now);
  const [since, today] = [firstDayOf(months[0] ?? monthOf(now)), startOfDay(now)];
  const [
    decisions,
    waiting,
    endorsements,
    mails,
    firstMailDay,
    readyDays,
    firstReadyDay,
    first,
    run,
    agreement,
  ] = await Promise.all([
    listPublishedDecisions(),
    listWaiting(now),
    listMonthlyEndorsements(since, today),
    listMailTallies(since, today),
    findFirstMailDay(),
    listReadyDays(since, today),
    findFirstReadyDay(),
    prisma.event.findFirst({ select: { at: true }, orderBy: { id: "asc" } }),
    prisma.retentionRun.findFirst({ select: { finishedAt: true } }),
    countAgreement(since),
  ]);
  const readySince = firstReadyDay && after(firstReadyDay, dayMs);
  const recent = decisions.filter(({ date }) => date >= since);
  return {
    since: first && startOfDay(first.at),
    months,
    waiting: waitingOf(waiting),
    review: {
      ...reviewTimes(recent),
      byMonth: months.map((month) => ({
        month,
        ...reviewTimes(recent.filter(({ date }) => monthOf(date) === month)),
      })),
    },
    agreement: agreement.answered >= minAnswersShown ? agreement : null,
    outcomes: decisionOutcomes.map((name) =>
      counted(name, decisions, recent, ({ outcome }) => outcome),
    ),
    declineReasons: Object.values(DeclineReason).map((name) =>
      counted(name, decisions, recent, ({ reason }) => reason),
    ),
    endorsements: months.map(
      (month) =>
        endorsements.find((each) => each.month === month) ?? { month, added: null, removed: null },
    ),
    mails: { since: firstMailDay, byMonth: mailsByMonth(months, mails, firstMailDay) },
    ready: { since: readySince, byMonth: readyByMonth(months, readyDays, readySince, today) },
    lastRetentionRun: run?.finishedAt ?? null,
  };
}

type Waiting = Awaited<ReturnType<typeof listWaiting>>;

function waitingOf(waiting: Waiting): ServiceStatistics["waiting"] {
  const withStaff = waiting.filter(({ state }) => state === "submitted");
  const waits = withStaff.flatMap(({ waitInWorkingDays }) => waitInWorkingDays ?? []);
  return {
    withStaff: withStaff.length,
    withCity: waiting.length - withStaff.length,
    longestWait: waits.length > 0 ? Math.max(...waits) : null,
  };
}

function reviewTimes(decisions: readonly PublishedDecision[]): ReviewTimes {
  const days = decisions.flatMap(({ daysTaken }) => daysTaken ?? []);
  return { decisions: days.length, median: median(days), ninetieth: percentile(days, 90) };
}

function counted<Name extends string>(
  name: Name,
  all: readonly PublishedDecision[],
  recent: readonly PublishedDecision[],
  nameOf: (decision: PublishedDecision) => string | null,
): Counted<Name> {
  const count = (decisions: readonly PublishedDecision[]) =>
    decisions.filter((decision) => nameOf(decision) === name).length;
  return { name, recent: count(recent), all: count(all) };
}

type MailTally = Awaited<ReturnType<typeof listMailTallies>>[number];

const mailsByMonth = (
  months: readonly string[],
  tallies: readonly MailTally[],
  since: Date | null,
): MailMonth[] =>
  months.map((month) => {
    if (!since || month < monthOf(since))
      return { month, delivered: null, givenUp: null, refused: null };
    const ofMonth = tallies.filter(({ day }) => monthOf(day) === month);
    return {
      month,
      delivered: sum(ofMonth.map(({ delivered }) => delivered)),
      givenUp: sum(ofMonth.map(({ givenUp }) => givenUp)),
      // Counted later than the others.
      refused: ofMonth.some(({ refused }) => refused === null)
        ? null
        : sum(ofMonth.map(({ refused }) => refused ?? 0)),
    };
  });

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
