import { towers, windowsPerFloor } from "@/components/site/towers";

type Props = {
  /** How many cities have signed. */
  signatories: number;
  /** How many the coalition wants: beyond it every window is lit. */
  goal: number;
  /** Alternative text. */
  label: string;
};

const pane = { width: 10, height: 15 };
const gap = 4;
const column = pane.width + gap;
const storey = pane.height + gap;
const towerWidth = windowsPerFloor * column + gap;
const street = 8;
const height = Math.max(...towers.map(({ floors }) => floors)) * storey + 2 * gap;

/** The coalition's skyline with a hundred windows, lit from the ground up as cities sign. */
export function Skyline({ signatories, goal, label }: Props) {
  const lit = windows.slice(0, litWindows(signatories, goal));
  return (
    <svg
      viewBox={`0 0 ${towers.length * (towerWidth + street) - street} ${height}`}
      role="img"
      aria-label={label}
      className="w-full"
    >
      {towers.map(({ floors, fill }, tower) => {
        const isItsOwn = (each: Window) => each.tower === tower;
        const wall = `M${leftOf(tower)} ${height}v-${floors * storey + 2 * gap}h${towerWidth}V${height}Z`;
        return (
          <g key={fill} className={fill}>
            <path opacity=".22" d={wall} className="forced-colors:opacity-0" />
            <path
              d={panes(windows.slice(lit.length).filter(isItsOwn))}
              className="fill-night print:fill-none print:stroke-ink forced-colors:fill-none forced-colors:stroke-[CanvasText]"
            />
            <path d={panes(lit.filter(isItsOwn))} className="forced-colors:fill-[CanvasText]" />
          </g>
        );
      })}
    </svg>
  );
}

/** One for each city, where there are as many windows as the coalition wants cities. */
export const litWindows = (signatories: number, goal: number): number =>
  Math.floor((Math.min(signatories, goal) / goal) * windowCount);

type Window = { tower: number; floor: number; place: number };

const leftOf = (tower: number) => tower * (towerWidth + street);

/** In the order in which they are lit: floor by floor through all towers. */
const windows: Window[] = towers
  .flatMap(({ floors }, tower) =>
    Array.from({ length: floors * windowsPerFloor }, (_, index) => ({
      tower,
      floor: Math.floor(index / windowsPerFloor),
      place: index % windowsPerFloor,
    })),
  )
  .sort((one, other) => one.floor - other.floor);

export const windowCount = windows.length;

/** Many panes as one outline, which is far smaller than a shape for each. */
function panes(shown: Window[]): string {
  const corner = ({ tower, floor, place }: Window) =>
    `M${leftOf(tower) + gap + place * column} ${height - gap - floor * storey}`;
  return shown
    .map((each) => `${corner(each)}v-${pane.height}h${pane.width}v${pane.height}Z`)
    .join("");
}
