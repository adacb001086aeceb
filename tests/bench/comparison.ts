import type { Figure } from "@/tests/bench/table";

type Quantity = { value: number; unit: string };

/** A share of what was measured before: less may be chance. */
const tolerance = 0.15;

/** What is worse than when it was last measured: one line for each figure. */
export function worseThanBefore(before: readonly Figure[], now: readonly Figure[]): string[] {
  const last = new Map(before.map((figure) => [figure.what, figure]));
  return now.flatMap((figure) => {
    const earlier = last.get(figure.what);
    return earlier && isWorse(quantitiesIn(earlier.measured), quantitiesIn(figure.measured))
      ? [`${figure.what}: ${figure.measured} (before: ${earlier.measured})`]
      : [];
  });
}

/** Reads the tables of a kept file again. */
export function figuresIn(markdown: string): Figure[] {
  return markdown.split("\n").flatMap((line) => {
    const [, what = "", limit = "", measured = ""] = line.split("|").map((cell) => cell.trim());
    return /\d/.test(measured) ? [{ what, limit, measured }] : [];
  });
}

const quantitiesIn = (text: string): Quantity[] =>
  [...text.matchAll(/([\d,]*\d(?:\.\d+)?)(\/s|\s(?:ms|s|MB|kB|bytes)\b)/g)].map(
    ([, number = "", unit = ""]) => ({ value: Number(number.replaceAll(",", "")), unit }),
  );

/** Of requests a second more is better, of everything else less. */
function isWorse(before: readonly Quantity[], now: readonly Quantity[]): boolean {
  return now.some(({ value, unit }, index) => {
    const earlier = before[index];
    if (earlier?.unit !== unit) return false;
    return unit === "/s"
      ? value < earlier.value * (1 - tolerance)
      : value > earlier.value * (1 + tolerance);
  });
}
