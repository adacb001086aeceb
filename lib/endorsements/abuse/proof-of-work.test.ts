import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { sealForm } from "@/lib/endorsements/abuse/form-seal";
import { isSolved, newChallenge, openForm } from "@/lib/endorsements/abuse/proof-of-work";

type Challenge = Parameters<typeof solveChallenge>[0]["challenge"];
const read = (challenge: string) => JSON.parse(challenge) as Challenge;

async function solve(challenge: string): Promise<string> {
  const found = await solveChallenge({ challenge: read(challenge), deriveKey });
  return JSON.stringify({ counter: found?.counter, derivedKey: found?.derivedKey });
}

describe("a challenge", () => {
  const seal = sealForm();
  let challenge: string;
  let solution: string;

  beforeAll(async () => {
    challenge = await newChallenge(seal);
    solution = await solve(challenge);
  });

  test("is solved by who has searched for its key", async () => {
    expect(await isSolved(seal, { challenge, solution })).toBe(true);
  });

  test("is worth nothing in another form", async () => {
    expect(await isSolved(sealForm(), { challenge, solution })).toBe(false);
  });

  test("is not solved by another key, such as the first that one finds", async () => {
    const { parameters } = read(challenge);
    const { derivedKey } = await deriveKey(
      parameters,
      Buffer.from(parameters.salt, "hex"),
      Buffer.concat([Buffer.from(parameters.nonce, "hex"), Buffer.alloc(4)]),
    );
    expect(
      await isSolved(seal, {
        challenge,
        solution: JSON.stringify({
          counter: 0,
          derivedKey: Buffer.from(derivedKey).toString("hex"),
        }),
      }),
    ).toBe(false);
  });

  test.each([
    { cost: 1 },
    { keyPrefix: "00" },
    { keySignature: undefined },
    { algorithm: "PBKDF2/SHA-512" },
  ])("cannot be made easier by %j", async (changes) => {
    const { parameters, signature } = read(challenge);
    const easier = { parameters: { ...parameters, ...changes }, signature };
    expect(await isSolved(seal, { challenge: JSON.stringify(easier), solution })).toBe(false);
    expect(
      await isSolved(seal, {
        challenge: JSON.stringify({ parameters: easier.parameters }),
        solution,
      }),
    ).toBe(false);
  });

  test.each([
    "",
    "null",
    "{}",
    "[",
    '{"counter":1}',
    '{"counter":"1","derivedKey":"zz"}',
    "9".repeat(2_000),
  ])("is not solved by %s", async (nonsense) => {
    expect(await isSolved(seal, { challenge, solution: nonsense })).toBe(false);
    expect(await isSolved(seal, { challenge: nonsense, solution })).toBe(false);
  });
});

describe("a form", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each(["no", "hold"])("has no challenge where UNDER_ATTACK is %s", async (underAttack) => {
    vi.stubEnv("UNDER_ATTACK", underAttack);
    expect((await openForm()).challenge).toBeUndefined();
  });

  test("has one of its own where UNDER_ATTACK is proof", async () => {
    vi.stubEnv("UNDER_ATTACK", "proof");
    const [one, other] = [await openForm(), await openForm()];
    expect(one.challenge).toContain('"algorithm":"PBKDF2/SHA-256"');
    expect(one.challenge).not.toBe(other.challenge);
  });
});
