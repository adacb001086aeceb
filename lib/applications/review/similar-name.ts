import { foldName } from "@/lib/places/fold-name";

/** Shorter names differ by one letter too often: Rome, Rode. */
const minMistypedLength = 5;

/** The same name, one that goes on ("Frankfurt am Main"), or one that differs by a letter. */
export const isSimilarName = (one: string, other: string): boolean =>
  isSimilarFolded(foldName(one), foldName(other));

/** @param names folded */
export function isSimilarFolded(name: string, otherName: string): boolean {
  return (
    name === otherName ||
    name.startsWith(`${otherName} `) ||
    otherName.startsWith(`${name} `) ||
    (Math.min(name.length, otherName.length) >= minMistypedLength &&
      differsByOneLetter(name, otherName))
  );
}

function differsByOneLetter(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < shorter.length && shorter[start] === longer[start]) start += 1;
  let end = 0;
  while (end < shorter.length - start && shorter.at(-1 - end) === longer.at(-1 - end)) end += 1;
  return longer.length - start - end <= 1;
}
