/** What stays unfolded: about four lines. */
const shown = 320;

/** A text that somebody wrote, folded where it is much longer than others. */
export function LongText({ children: text }: { children: string }) {
  const letters = [...text];
  if (letters.length <= shown * 1.25) return <bdi>{text}</bdi>;
  return (
    <details className="group">
      <summary className="cursor-pointer">
        <bdi className="group-open:hidden">{letters.slice(0, shown).join("")}…</bdi>{" "}
        <span className="font-bold text-accent underline underline-offset-4">
          <span className="group-open:hidden">Show all</span>
          <span className="not-group-open:hidden">Show less</span>
        </span>
      </summary>
      <p>
        <bdi>{text}</bdi>
      </p>
    </details>
  );
}
