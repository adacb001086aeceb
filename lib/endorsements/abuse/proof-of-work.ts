import { randomInt } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { sealForm } from "@/lib/endorsements/abuse/form-seal";
import { keyedHash } from "@/lib/abuse/keyed-hash";
import { readEnv } from "@/lib/env";

// A browser finds the solution by deriving key after key, 300 times on average, until one begins as
// the challenge says. It takes a second, and some ten on an old phone. Derivations are the
// browser's own code, and long: few of them leave its page free to be typed in.
const rounds = 20_000;
const fewestTries = 200;
const mostTries = 400;

/** What stands hidden in a form that is opened now. */
export async function openForm(): Promise<{ seal: string; challenge?: string }> {
  const seal = sealForm();
  return {
    seal,
    challenge: readEnv().UNDER_ATTACK === "proof" ? await newChallenge(seal) : undefined,
  };
}

/**
 * As JSON, signed under the form's seal: what solves it is worth nothing in another form, and ends
 * with this one.
 */
export async function newChallenge(seal: string): Promise<string> {
  const counter = randomInt(fewestTries, mostTries + 1);
  return JSON.stringify(
    await createChallenge({
      algorithm: "PBKDF2/SHA-256",
      cost: rounds,
      counter,
      deriveKey,
      ...secretsOf(seal),
    }),
  );
}

/** A challenge and its solution, each as JSON. */
type Proof = { challenge: string; solution: string };

/**
 * Whether a form came back with the solution of its own challenge. Whether it was used before,
 * countSubmission() tells.
 */
export async function isSolved(seal: string, proof: Proof): Promise<boolean> {
  const { data } = proofSchema.safeParse(proof);
  if (!data) return false;
  const { verified } = await verifySolution({ ...data, deriveKey, ...secretsOf(seal) });
  return verified;
}

const secretsOf = (seal: string) => ({
  hmacSignatureSecret: keyedHash("challenge", seal),
  hmacKeySignatureSecret: keyedHash("solution", seal),
});

/** Longer than either is. */
const longest = 1_000;

const json = z
  .string()
  .max(longest)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
  });

const parametersSchema = z.object({
  algorithm: z.string(),
  cost: z.number(),
  keyLength: z.number(),
  keyPrefix: z.string(),
  // By this one the key is known again: it need not be derived once more.
  keySignature: z.string(),
  nonce: z.string(),
  salt: z.string(),
});

const proofSchema = z.object({
  challenge: json.pipe(z.object({ parameters: parametersSchema, signature: z.string() })),
  solution: json.pipe(z.object({ counter: z.number(), derivedKey: z.string() })),
});
