import { prepared } from "@/lib/database/prepared";
import { prisma, type Transaction } from "@/lib/db";
import type { RateLimitScope } from "@/prisma/generated/enums";
import { minuteMs } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";

/** `at` is any moment within the window. */
export type Window = { scope: RateLimitScope; key: string; minutes: number; at: Date };

/** `count` includes this time. */
export type Counted = { scope: RateLimitScope; minutes: number; count: number };

export type Budget = Window & { most: number };

/** Twice a limit may pass around a window's boundary. */
export const countUp = async (windows: readonly Window[]): Promise<Counted[]> =>
  (await countAndTake({ counted: windows })).counted;

type TakeOptions = { client?: Transaction; unlessEmpty?: readonly Budget[] };

/**
 * All or none. In a transaction the rows stay locked until its end: pass only budgets that few
 * people share.
 * @param unlessEmpty budgets that must have something left, but are not counted
 * @returns the exhausted scopes; empty when everything was counted
 */
export const takeFromBudgets = async (
  taken: readonly Budget[],
  { client, unlessEmpty }: TakeOptions = {},
): Promise<RateLimitScope[]> => (await countAndTake({ taken, unlessEmpty, client })).exhausted;

type Counting = {
  /** Always counted. With `most`, nothing is taken once that is exceeded. */
  counted?: readonly (Window & { most?: number })[];
  /** All or none: none when one of them or of the others is exhausted. */
  taken?: readonly Budget[];
  unlessEmpty?: readonly Budget[];
  client?: Transaction;
};

/**
 * Compared and counted in one statement, so concurrent calls cannot overdraw; and in one order, so
 * that none waits for another that waits for it.
 */
export async function countAndTake({
  counted = [],
  taken = [],
  unlessEmpty = [],
  client = prisma,
}: Counting): Promise<{ counted: Counted[]; exhausted: RateLimitScope[] }> {
  const all: (Window & { most?: number })[] = [...counted, ...taken, ...unlessEmpty];
  const { scopes, keys, minutes, starts } = columnsOf(all);
  const most = all.map((each) => each.most ?? null);
  const uses = [...counted.map(() => "count"), ...taken.map(() => "take")];
  const rows = await client.$queryRaw<(Counted & { isCounted: boolean | null })[]>`${prepared}
    WITH budget AS (
      SELECT * FROM unnest(
        ${scopes}::text[]::rate_limit_scope[], ${keys}::text[],
        ${minutes}::int[], ${starts}::timestamptz[], ${most}::int[], ${uses}::text[]
      ) AS budget (scope, key, window_minutes, window_start, most, use)
    ),
    empty AS (
      SELECT scope FROM budget
      JOIN rate_limit_count USING (scope, key, window_minutes, window_start) WHERE count >= most
    ),
    written AS (
      INSERT INTO rate_limit_count (scope, key, window_minutes, window_start)
      SELECT scope, key, window_minutes, window_start FROM budget
      WHERE use = 'count' OR (use = 'take' AND NOT EXISTS (SELECT FROM empty))
      ORDER BY scope, key, window_minutes
      ON CONFLICT (scope, key, window_minutes, window_start)
      DO UPDATE SET count = rate_limit_count.count + 1
      WHERE (
        SELECT use = 'count' OR rate_limit_count.count < most FROM budget
        WHERE (budget.scope, budget.key, budget.window_minutes, budget.window_start)
          = (excluded.scope, excluded.key, excluded.window_minutes, excluded.window_start)
      )
      RETURNING scope, window_minutes, count
    )
    SELECT scope, window_minutes AS minutes, written.count, use = 'count' AS "isCounted"
    FROM budget LEFT JOIN written USING (scope, window_minutes)
    WHERE use = 'count' OR scope IN (SELECT scope FROM empty) OR (use = 'take'
      AND written.count IS NULL AND NOT EXISTS (SELECT FROM empty))`;
  const exhausted = rows.filter((row) => !row.isCounted).map(({ scope }) => scope);
  return { counted: rows.filter((row) => row.isCounted), exhausted: [...new Set(exhausted)] };
}

/**
 * As part of a statement: takes from one budget if `from` has a row. Then it has one, unless the
 * budget is exhausted.
 */
export function takenFrom({ scope, key, minutes, at, most }: Budget, from: Prisma.Sql): Prisma.Sql {
  const start = startOf({ minutes, at }).toISOString();
  return Prisma.sql`
    INSERT INTO rate_limit_count (scope, key, window_minutes, window_start)
    SELECT ${scope}::rate_limit_scope, ${key}, ${minutes}::int, ${start}::timestamptz FROM ${from}
    ON CONFLICT (scope, key, window_minutes, window_start)
    DO UPDATE SET count = rate_limit_count.count + 1 WHERE rate_limit_count.count < ${most}
    RETURNING scope`;
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

const startOf = ({ minutes, at }: Pick<Window, "minutes" | "at">): Date =>
  new Date(Math.floor(at.getTime() / (minutes * minuteMs)) * minutes * minuteMs);
