// Letters that Unicode does not decompose, and letters that one script writes in two ways.
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
/** Combining marks and joiners, Hebrew points, and the Arabic tatweel (U+0640). */
const mark = /[\p{Script=Inherited}\u0591-\u05C7\u0640]/gu;
/** Apostrophes and soft hyphens, which people leave out or do not see. */
const unwritten = /['’‘ʻʼʹʽ`´\u00AD]/gu;
const separator = /[^\p{L}\p{M}\p{N}]+/gu;

/** Applied to stored names and to queries alike, in every script. */
export function foldName(text: string): string {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(mark, "")
    .replace(specialLetter, (letter) => sameLetters[letter] ?? letter);
  return letters.replace(unwritten, "").replace(separator, " ").trim();
}
