import { randomInt } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { sealForm } from "@/lib/endorsements/abuse/form-seal";
import { keyedHashes } from "@/lib/abuse/keyed-hash";
import { readEnv } from "@/lib/env";

// 300 derivations on average take about a second, or ten on an old phone. Few long derivations in
// native code keep the page responsive while the visitor types.
const rounds = 20_000;
const minTries = 200;
const maxTries = 400;

export async function openForm(): Promise<{ seal: string; challenge?: string }> {
  const seal = sealForm();
  return {
    seal,
    challenge: readEnv().UNDER_ATTACK === "proof" ? await newChallenge(seal) : undefined,
  };
}

/** JSON, signed under the form's seal: a solution is useless in any other form. */
export async function newChallenge(seal: string): Promise<string> {
  const counter = randomInt(minTries, maxTries + 1);
  return JSON.stringify(
    await createChallenge({
      algorithm: "PBKDF2/SHA-256",
      cost: rounds,
      counter,
      deriveKey,
      ...secretsOf(seal)[0],
    }),
  );
}

type Proof = { challenge: string; solution: string };

/** Does not detect reuse, see countSubmission(). */
export async function isSolved(seal: string, proof: Proof): Promise<boolean> {
  const { data } = proofSchema.safeParse(proof);
  if (!data) return false;
  for (const secrets of secretsOf(seal)) {
    const { verified } = await verifySolution({ ...data, deriveKey, ...secrets });
    if (verified) return true;
  }
  return false;
}

/** Those of a new challenge first. */
function secretsOf(seal: string) {
  const forKeys = keyedHashes("solution", seal);
  return keyedHashes("challenge", seal).map((hmacSignatureSecret, index) => ({
    hmacSignatureSecret,
    hmacKeySignatureSecret: forKeys[index],
  }));
}

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
  // Lets the server verify the key without deriving it again.
  keySignature: z.string(),
  nonce: z.string(),
  salt: z.string(),
});

const proofSchema = z.object({
  challenge: json.pipe(z.object({ parameters: parametersSchema, signature: z.string() })),
  solution: json.pipe(z.object({ counter: z.number(), derivedKey: z.string() })),
});
