import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

// How hard a text is to read: the school grade of Flesch and Kincaid, from the length of sentences
// and words.

/**
 * Official names stand as they are, however long: each counts as one short word. Longer ones come
 * first, because some hold others. All other names are found by their capital letters.
 */
const officialNames = [
  "Universal and equal access to the internet, and digital literacy",
  "Privacy, data protection and security",
  "Transparency, accountability, and non-discrimination of data, content and algorithms",
  "Participatory democracy, diversity and inclusion",
  "Open and ethical digital service standards",
  "Charter of Human Rights and Principles for the Internet",
  "Cities Coalition for Digital Rights",
  "Office of the High Commissioner for Human Rights",
  "Creative Commons Attribution-ShareAlike 4.0",
  "Atkinson Hyperlegible Next",
  "Guidelines for the Internet of Things",
  "Association of Netherlands Municipalities",
  "General Data Protection Regulation",
];

const capitalised = String.raw`\p{Lu}[\p{L}\p{M}\p{N}’&-]*`;
/**
 * Words with capitals in a row, also joined by what joins names: "Mayor’s Office of the CTO". Not
 * at the beginning of a sentence, where every word has one.
 */
const nameInSentence = new RegExp(
  String.raw`(?<=[\p{Ll}\p{N},;)–] \(?)${capitalised}(?: (?:(?:of|for|the|and|de|on|with) )*${capitalised})*`,
  "gu",
);
const aName = "Ghent";

const sentencesIn = new Intl.Segmenter("en", { granularity: "sentence" });
const wordsIn = new Intl.Segmenter("en", { granularity: "word" });

export type Readability = { grade: number; longest: { words: number; sentence: string } };

/** @param paragraphs each ends a sentence, whether it has a full stop or not */
export function readabilityOf(paragraphs: readonly string[]): Readability {
  const sentences = paragraphs
    .flatMap(splitSentences)
    .map((sentence) => ({ sentence, words: splitWords(sentence) }));
  const words = sentences.flatMap((each) => each.words);
  const counts = {
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  };
  const [longest] = sentences.toSorted((one, other) => other.words.length - one.words.length);
  return {
    grade: fleschKincaid(counts),
    longest: { words: longest?.words.length ?? 0, sentence: longest?.sentence ?? "" },
  };
}

function splitSentences(paragraph: string): string[] {
  const withoutOfficialNames = officialNames.reduce(
    (text, name) => text.replaceAll(name, aName),
    paragraph,
  );
  // What follows a colon is read as a sentence of its own.
  const sentences = [...sentencesIn.segment(withoutOfficialNames)].flatMap(({ segment }) =>
    segment.split(/(?<=:) /),
  );
  return sentences
    .map((sentence) => sentence.trim().replace(nameInSentence, aName))
    .filter((sentence) => splitWords(sentence).length > 0);
}

const splitWords = (sentence: string): string[] =>
  [...wordsIn.segment(sentence)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
