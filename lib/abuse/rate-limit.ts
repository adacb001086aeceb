import { prisma, type Transaction } from "@/lib/db";
import type { RateLimitScope } from "@/prisma/generated/enums";
import { minuteMs } from "@/lib/durations";

/** `at` is any moment within the window. */
export type Window = { scope: RateLimitScope; key: string; minutes: number; at: Date };

/** `count` includes this time. */
export type Counted = { scope: RateLimitScope; minutes: number; count: number };

export type Budget = Window & { most: number };

/** Twice a limit may pass around a window's boundary. One sorted statement keeps locks short. */
export async function countUp(windows: readonly Window[]): Promise<Counted[]> {
  const { scopes, keys, minutes, starts } = columnsOf(windows);
  return prisma.$queryRaw<Counted[]>`
    INSERT INTO rate_limit_count (scope, key, window_minutes, window_start)
    SELECT * FROM unnest(
      ${scopes}::text[]::rate_limit_scope[], ${keys}::text[],
      ${minutes}::int[], ${starts}::timestamptz[]
    ) AS counted (scope, key, window_minutes, window_start) ORDER BY scope, key, window_minutes
    ON CONFLICT (scope, key, window_minutes, window_start)
    DO UPDATE SET count = rate_limit_count.count + 1
    RETURNING scope, window_minutes AS minutes, count`;
}

type TakeOptions = { client?: Transaction; unlessEmpty?: readonly Budget[] };

/**
 * All or none. Compared and counted in one statement, so concurrent calls cannot overdraw.
 * In a transaction the rows stay locked until its end: pass only budgets that few people share.
 * @param unlessEmpty budgets that must have something left, but are not counted
 * @returns the exhausted scopes; empty when everything was counted
 */
export async function takeFromBudgets(
  budgets: readonly Budget[],
  { client = prisma, unlessEmpty = [] }: TakeOptions = {},
): Promise<RateLimitScope[]> {
  const all = [...budgets, ...unlessEmpty];
  const { scopes, keys, minutes, starts } = columnsOf(all);
  const empty = await client.$queryRaw<{ scope: RateLimitScope }[]>`
    WITH budget AS (
      SELECT * FROM unnest(
        ${scopes}::text[]::rate_limit_scope[], ${keys}::text[],
        ${minutes}::int[], ${starts}::timestamptz[],
        ${all.map(({ most }) => most)}::int[], ${all.map((each) => budgets.includes(each))}::bool[]
      ) AS budget (scope, key, window_minutes, window_start, most, is_taken)
    ),
    empty AS (
      SELECT scope FROM budget
      JOIN rate_limit_count USING (scope, key, window_minutes, window_start) WHERE count >= most
    ),
    taken AS (
      INSERT INTO rate_limit_count (scope, key, window_minutes, window_start)
      SELECT scope, key, window_minutes, window_start FROM budget
      WHERE is_taken AND NOT EXISTS (SELECT FROM empty) ORDER BY scope, key, window_minutes
      ON CONFLICT (scope, key, window_minutes, window_start)
      DO UPDATE SET count = rate_limit_count.count + 1
      WHERE rate_limit_count.count < (
        SELECT most FROM budget
        WHERE (budget.scope, budget.key, budget.window_minutes, budget.window_start)
          = (excluded.scope, excluded.key, excluded.window_minutes, excluded.window_start)
      )
      RETURNING scope, window_minutes
    )
    SELECT scope FROM empty
    UNION SELECT scope FROM budget
    WHERE is_taken AND NOT EXISTS (SELECT FROM empty)
      AND (scope, window_minutes) NOT IN (SELECT scope, window_minutes FROM taken)`;
  return empty.map(({ scope }) => scope);
}

export async function deleteCountsBefore(today: Date): Promise<number> {
  return (await prisma.rateLimitCount.deleteMany({ where: { windowStart: { lt: today } } })).count;
}

const columnsOf = (windows: readonly Window[]) => ({
  scopes: windows.map(({ scope }) => scope),
  keys: windows.map(({ key }) => key),
  minutes: windows.map(({ minutes }) => minutes),
  starts: windows.map((window) => startOf(window).toISOString()),
});

const startOf = ({ minutes, at }: Window): Date =>
  new Date(Math.floor(at.getTime() / (minutes * minuteMs)) * minutes * minuteMs);
