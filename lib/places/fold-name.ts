// Letters that Unicode does not take apart, and letters that one script writes in two ways.
const sameLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ı: "i",
  ə: "e",
  ς: "σ",
  ة: "ه",
  ى: "ي",
  ی: "ي",
  ک: "ك",
};

const specialLetter = new RegExp(`[${Object.keys(sameLetters).join("")}]`, "g");
/**
 * Accents, vowel points and joiners: marks that belong to no script of their own, Hebrew's points,
 * Arabic's stretching line.
 */
const mark = /[\p{Script=Inherited}\u0591-\u05C7\u0640]/gu;
/** Apostrophes and soft hyphens: what people leave out, or do not see. */
const unwritten = /['’‘ʻʼʹʽ`´\u00AD]/gu;
const separator = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * A name as search compares it: lower case, without diacritics, apostrophes or other punctuation,
 * words parted by one space. The names of the database and what people type go through it alike, in
 * every script.
 */
export function foldName(text: string): string {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(mark, "")
    .replace(specialLetter, (letter) => sameLetters[letter] ?? letter);
  return letters.replace(unwritten, "").replace(separator, " ").trim();
}
