import { randomInt } from "node:crypto";

/**
 * Without 0 and O, 1, I and L, and without U: what remains is neither misheard nor misread, and
 * spells no words by chance.
 */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const randomPart = () =>
  Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");

/** A reference number that can be read out on the telephone, e.g. CC-7K3M-Q9TD. */
export const newReference = (): string => `CC-${randomPart()}-${randomPart()}`;

/** A reference as people type it (`cc 7k3m q9td`) in the form it has, or null when it is none. */
export function parseReference(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/^CC/, "");
  return letters.length === 8 && [...letters].every((letter) => alphabet.includes(letter))
    ? `CC-${letters.slice(0, 4)}-${letters.slice(4)}`
    : null;
}
