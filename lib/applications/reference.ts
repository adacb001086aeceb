import { randomInt } from "node:crypto";

/** Without 0, O, 1, I, L and U: cannot be misheard or misread, and spells no words by chance. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const randomPart = () =>
  Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");

export const newReference = (): string => `CC-${randomPart()}-${randomPart()}`;

/** Normalises a reference as people type it (`cc 7k3m q9td`); null when it is not one. */
export function parseReference(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/^CC/, "");
  return letters.length === 8 && [...letters].every((letter) => alphabet.includes(letter))
    ? `CC-${letters.slice(0, 4)}-${letters.slice(4)}`
    : null;
}
