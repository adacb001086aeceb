import type { Proof } from "@/lib/endorsements/ask-form";

export type ProofTexts = Record<"why" | "working" | "waiting" | "done" | "failed", string>;

type Props = { proof: Proof; texts: Omit<ProofTexts, "why"> };

/**
 * The fields of a proof of work, and what becomes of it: `proof-of-work-script.ts` fills both in. Browsers bring back what a script wrote into
 * a field, here the solution of an older form, unless they are told not to.
 */
export function ProofOfWork({ proof, texts: { working, waiting, done, failed } }: Props) {
  return (
    <>
      <input type="hidden" name="challenge" value={proof.challenge} autoComplete="off" />
      <input type="hidden" name="solution" defaultValue={proof.solution} autoComplete="off" />
      <p id="proof" role="status" data-working={working} data-waiting={waiting} data-done={done} data-failed={failed} className="text-ink-soft" />
    </>
  );
}
