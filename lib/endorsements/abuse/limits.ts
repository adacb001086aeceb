import type { Counted } from "@/lib/abuse/rate-limit";
import type { HoldReason, RateLimitScope } from "@/prisma/generated/enums";

// Above `hold` an endorsement waits for staff; above `refuse` it is rejected, as each one sends a mail.
// Generous, for a school class or a city's campaign. Mail limits: lib/abuse/mail-budget.ts.

export type Scope = Extract<
  RateLimitScope,
  "network" | "mail_domain" | "big_provider" | "city" | "form" | "proof"
>;

type Limit = { scope: Scope; minutes: number; hold?: number; refuse?: number };

const hour = 60;
const day = 24 * hour;

export const limits: readonly Limit[] = [
  { scope: "network", minutes: 10, hold: 15, refuse: 150 },
  { scope: "network", minutes: day, hold: 60, refuse: 600 },
  { scope: "mail_domain", minutes: hour, hold: 20 },
  { scope: "mail_domain", minutes: day, hold: 60 },
  { scope: "big_provider", minutes: hour, hold: 2_000 },
  { scope: "big_provider", minutes: day, hold: 20_000 },
  { scope: "city", minutes: 10, hold: 500 },
  { scope: "city", minutes: day, hold: 5_000 },
  // A family may share one opened form.
  { scope: "form", minutes: day, hold: 4 },
  { scope: "proof", minutes: day, hold: 1 },
];

export const codeAttemptsPerNetwork = 60;
export const codeAttemptsMinutes = 10;

const reasons: Record<Scope, HoldReason> = {
  network: "network",
  mail_domain: "mail_domain",
  big_provider: "mail_domain",
  city: "city",
  form: "replayed_form",
  proof: "no_proof",
};

export function assessAbuse(counted: readonly Counted[]): {
  heldFor: HoldReason[];
  isRefused: boolean;
} {
  const isAbove = (limit: Limit, most: number | undefined) =>
    most !== undefined &&
    counted.some(
      ({ scope, minutes, count }) =>
        scope === limit.scope && minutes === limit.minutes && count > most,
    );
  const exceeded = limits.filter((limit) => isAbove(limit, limit.hold));
  return {
    heldFor: [...new Set(exceeded.map(({ scope }) => reasons[scope]))],
    isRefused: limits.some((limit) => isAbove(limit, limit.refuse)),
  };
}
