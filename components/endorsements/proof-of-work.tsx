export type ProofTexts = Record<"why" | "working" | "waiting" | "done" | "failed", string>;

type Props = {
  /** See newChallenge(). */
  challenge: string;
  texts: Omit<ProofTexts, "why">;
};

/** The fields of a proof of work, and what becomes of it: `proof-of-work-script.ts` fills both in, also where a browser brings old values back. */
export function ProofOfWork({ challenge, texts: { working, waiting, done, failed } }: Props) {
  return (
    <>
      <input type="hidden" name="challenge" value={challenge} />
      <input type="hidden" name="solution" />
      <p id="proof" role="status" data-working={working} data-waiting={waiting} data-done={done} data-failed={failed} className="text-ink-soft" />
    </>
  );
}
