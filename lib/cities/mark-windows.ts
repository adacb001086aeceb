/** A tower's windows, in units of the mark. */
const window = { width: 3, height: 3.5, gap: 1 } as const;
const across = 5;

export const storey = window.height + window.gap;
/** Of the wall around one window of each floor. */
export const sill = window.gap;
export const towerWidth = across * (window.width + window.gap) + window.gap;

/** Rows of five windows each, from the top; x is lit. */
const letters: Readonly<Record<string, string>> = {
  A: ".xxx. x...x xxxxx x...x x...x",
  B: "xxxx. x...x xxxx. x...x xxxx.",
  C: ".xxxx x.... x.... x.... .xxxx",
  D: "xxxx. x...x x...x x...x xxxx.",
  E: "xxxxx x.... xxxx. x.... xxxxx",
  F: "xxxxx x.... xxxx. x.... x....",
  G: ".xxxx x.... x..xx x...x .xxxx",
  H: "x...x x...x xxxxx x...x x...x",
  I: "xxxxx ..x.. ..x.. ..x.. xxxxx",
  J: "..xxx ...x. ...x. x..x. .xx..",
  K: "x...x x..x. xxx.. x..x. x...x",
  L: "x.... x.... x.... x.... xxxxx",
  M: "x...x xx.xx x.x.x x...x x...x",
  N: "x...x xx..x x.x.x x..xx x...x",
  O: ".xxx. x...x x...x x...x .xxx.",
  P: "xxxx. x...x xxxx. x.... x....",
  Q: ".xxx. x...x x.x.x x..x. .xx.x",
  R: "xxxx. x...x xxxx. x..x. x...x",
  S: ".xxxx x.... .xxx. ....x xxxx.",
  T: "xxxxx ..x.. ..x.. ..x.. ..x..",
  U: "x...x x...x x...x x...x .xxx.",
  V: "x...x x...x x...x .x.x. ..x..",
  W: "x...x x...x x.x.x xx.xx x...x",
  X: "x...x .x.x. ..x.. .x.x. x...x",
  Y: "x...x .x.x. ..x.. ..x.. ..x..",
  Z: "xxxxx ...x. ..x.. .x... xxxxx",
};

export const canBeWritten = (letter: string): boolean => letter in letters;

/** The lit windows of a letter as an outline, from the upper left corner of its tower's wall. */
export const litWindows = (letter: string): string =>
  outlineOf(
    (letters[letter] ?? "")
      .split(" ")
      .flatMap((row, floor) =>
        [...row].flatMap((state, place) => (state === "x" ? cornerOf(place, floor) : [])),
      ),
  );

/** All windows of a tower. */
export const allWindows = (floors: number): string =>
  outlineOf(
    Array.from({ length: floors * across }, (_, index) =>
      cornerOf(index % across, Math.floor(index / across)),
    ),
  );

type Corner = { x: number; y: number };

const cornerOf = (place: number, floor: number): Corner => ({
  x: window.gap + place * (window.width + window.gap),
  y: window.gap + floor * storey,
});

/** Each window by its way from the one before: these are few numbers, which compress well. */
const outlineOf = (corners: readonly Corner[]): string =>
  corners
    .map(({ x, y }, index) => {
      const before = corners[index - 1];
      const way = before ? `m${x - before.x} ${y - before.y}` : `M${x} ${y}`;
      return `${way}h${window.width}v${window.height}h-${window.width}z`;
    })
    .join("");
