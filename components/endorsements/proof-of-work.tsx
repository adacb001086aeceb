export type ProofTexts = Record<"why" | "working" | "waiting" | "done" | "failed", string>;

type Props = {
  /** See newChallenge(). */
  challenge: string;
  texts: Omit<ProofTexts, "why">;
};

/**
 * The fields of a proof of work, and what becomes of it: `proof-of-work-script.ts` fills both in,
 * also where a browser brings old values back. While developing React comes after that script, and
 * leaves alone what it is told to be HTML.
 */
export function ProofOfWork({ challenge, texts: { working, waiting, done, failed } }: Props) {
  return (
    <>
      <input type="hidden" name="challenge" value={challenge} />
      <input type="hidden" name="solution" suppressHydrationWarning />
      <p
        id="proof"
        role="status"
        data-working={working}
        data-waiting={waiting}
        data-done={done}
        data-failed={failed}
        className="text-ink-soft"
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: "" }}
      />
    </>
  );
}
