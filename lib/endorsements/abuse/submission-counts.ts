import { keyedHash } from "@/lib/abuse/keyed-hash";
import { domainOf, isAtBigProvider } from "@/lib/abuse/mail-domain";
import { hashNetwork } from "@/lib/abuse/network-hash";
import { budgetsOfEndorsement } from "@/lib/abuse/mail-budget";
import { countAndTake, countUp, type Counted } from "@/lib/abuse/rate-limit";
import { codeAttemptsMinutes, limits, type Scope } from "@/lib/endorsements/abuse/limits";
import type { RateLimitScope } from "@/prisma/generated/enums";

type SubmissionToCount = {
  email: string;
  cityId: number;
  formKey: string;
  networkHash: string | null;
  provenUntil?: Date;
};

/**
 * Takes from the budgets of mail, too, unless too many ask from here.
 *
 * A proof of work is counted on the day it expires, so that reuse is detected until then.
 */
export async function countSubmission(
  { email, cityId, formKey, networkHash, provenUntil }: SubmissionToCount,
  now: Date,
): Promise<{ counted: Counted[]; exhausted: RateLimitScope[] }> {
  const domainScope = isAtBigProvider(email) ? "big_provider" : "mail_domain";
  const keys: Partial<Record<Scope, string>> = {
    [domainScope]: keyedHash("count", domainOf(email)),
    city: keyedHash("count", cityId),
    form: keyedHash("count", formKey),
    ...(provenUntil && { proof: keyedHash("count", formKey) }),
    ...(networkHash && { network: networkHash }),
  };
  const counted = limits.flatMap(({ scope, minutes, refuse }) => {
    const at = scope === "proof" ? (provenUntil ?? now) : now;
    return keys[scope] ? [{ scope, key: keys[scope], minutes, at, most: refuse }] : [];
  });
  return countAndTake({ counted, ...budgetsOfEndorsement(email, now) });
}

/** Attempts from this network in the current window; 0 if the network is unknown. */
export async function countCodeAttempt(network: string | null, now: Date): Promise<number> {
  if (!network) return 0;
  const [counted] = await countUp([
    { scope: "guess", key: await hashNetwork(network, now), minutes: codeAttemptsMinutes, at: now },
  ]);
  return counted?.count ?? 0;
}

/** Short enough for many networks to share it, long enough to recognise a crowd from one. */
export const networkHashPrefixOf = (networkHash: string): string => networkHash.slice(0, 4);
