type Props = {
  founders: number;
  signatories: number;
  goal: number;
  /** The picture in words, for those who do not see it. */
  label: string;
};

const perRow = 20;
const step = 12;

/** One square for each of the goal's cities: founders, those who joined since, and the room that is left. */
export function ProgressPicture({ founders, signatories, goal, label }: Props) {
  const rows = Math.ceil(goal / perRow);
  return (
    <svg viewBox={`0 0 ${perRow * step - 2} ${rows * step - 2}`} role="img" aria-label={label} className="w-full">
      {Array.from({ length: goal }, (_, index) => (
        <rect
          key={index}
          x={(index % perRow) * step + 0.5}
          y={Math.floor(index / perRow) * step + 0.5}
          width="9"
          height="9"
          rx="1"
          className={lookOf(index, founders, signatories)}
        />
      ))}
    </svg>
  );
}

const founderLook = "fill-principle-3 stroke-principle-3 forced-colors:fill-[Highlight] forced-colors:stroke-[Highlight]";
const signatoryLook = "fill-ink stroke-ink forced-colors:fill-[CanvasText] forced-colors:stroke-[CanvasText]";
const openLook = "fill-transparent stroke-line forced-colors:stroke-[GrayText]";

function lookOf(index: number, founders: number, signatories: number): string {
  if (index < founders) return founderLook;
  return index < signatories ? signatoryLook : openLook;
}

/** What the squares' three looks mean. */
export function ProgressLegend({ founders, signatories, open }: { founders: string; signatories: string; open: string }) {
  const meanings = [
    { look: "bg-principle-3", text: founders },
    { look: "bg-ink", text: signatories },
    { look: "", text: open },
  ];
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-base">
      {meanings.map(({ look, text }) => (
        <li key={text} className="flex items-center gap-2">
          <span className={`size-3.5 border border-line ${look}`} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
}
