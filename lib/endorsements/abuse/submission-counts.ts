import { keyedHash } from "@/lib/abuse/keyed-hash";
import { domainOf, isAtBigProvider } from "@/lib/abuse/mail-domain";
import { hashNetwork } from "@/lib/abuse/network-hash";
import { countUp, type Counted, type Window } from "@/lib/abuse/rate-limit";
import { limits, type Scope } from "@/lib/endorsements/abuse/limits";

type SubmissionToCount = {
  email: string;
  cityId: number;
  formKey: string;
  networkHash: string | null;
  provenUntil?: Date;
};

/**
 * Counts an ask under everything that has a limit. A proof of work is counted on the day on which
 * it ends: until then it is known again.
 */
export async function countSubmission(
  { email, cityId, formKey, networkHash, provenUntil }: SubmissionToCount,
  now: Date,
): Promise<Counted[]> {
  const domainScope = isAtBigProvider(email) ? "big_provider" : "mail_domain";
  const keys: Partial<Record<Scope, string>> = {
    [domainScope]: keyedHash("count", domainOf(email)),
    city: keyedHash("count", cityId),
    form: keyedHash("count", formKey),
    ...(provenUntil && { proof: keyedHash("count", formKey) }),
    ...(networkHash && { network: networkHash }),
  };
  return countUp(
    limits.flatMap(({ scope, minutes }): Window[] =>
      keys[scope]
        ? [{ scope, key: keys[scope], minutes, at: scope === "proof" ? (provenUntil ?? now) : now }]
        : [],
    ),
  );
}

/**
 * Counts an attempt to guess a code. Gives how many there were from this network in these ten
 * minutes.
 */
export async function countCodeAttempt(network: string | null, now: Date): Promise<number> {
  if (!network) return 0;
  const [counted] = await countUp([
    { scope: "guess", key: await hashNetwork(network, now), minutes: 10, at: now },
  ]);
  return counted?.count ?? 0;
}

/**
 * What is kept of a network's hash with an ask: so little of it that many networks share it, enough
 * to tell a crowd from one of them.
 */
export const networkHashPrefixOf = (networkHash: string): string => networkHash.slice(0, 4);
