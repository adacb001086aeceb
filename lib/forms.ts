// What every form needs: to read what was posted, to tidy it, and the rules of a line of text and
// of an email address. Without a library and for browsers too: forms run it while people type.

/** More than any field takes, so that whoever typed too much still finds it there. */
const maxTextLength = 4_000;

/**
 * A text of the form; empty for what is missing and for a file. It is cut before anything is done
 * with it: what is posted comes back several times over in the page that answers.
 */
export function formText(form: FormData, name: string): string {
  const posted = form.get(name);
  return typeof posted === "string" ? posted.slice(0, maxTextLength) : "";
}

/** Staff write more, and each line break is posted as two characters. */
const maxStaffTextLength = 10_000;

/** All texts of a form of the staff, each cut in the same way. Of several of one name, the last. */
export const formTexts = (form: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value.slice(0, maxStaffTextLength)]] : [],
    ),
  );

/**
 * Control characters, halves of characters, and the marks that turn the reading direction of what
 * follows.
 */
const unreadable = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/**
 * Characters that nobody sees, among them zero-width spaces, soft hyphens and letters of no width.
 */
const invisible = /\p{Default_Ignorable_Code_Point}/u;

const joiner = /[\u200C\u200D]/u;
/**
 * Scripts that are written with joiners: Persian between letters, the scripts of India and their
 * neighbours around a virama.
 */
const joined =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u;
const virama =
  /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u1039\u17D2]/u;
/** They choose the form of the character before them, which Japanese names and Mongolian need. */
const variation = {
  after: /[\p{Script=Han}\p{Script=Mongolian}]/u,
  selector: /[\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u,
};

/**
 * One line in one form: composed, without what nobody sees, and every white space, line breaks too,
 * as one space.
 */
export const tidy = (text: string): string =>
  withoutInvisible(text).normalize("NFC").replace(/\s+/gu, " ").trim();

function withoutInvisible(text: string): string {
  if (!invisible.test(text)) return text;
  const characters = [...text];
  const isShown = (each: string, index: number) =>
    !invisible.test(each) ||
    unreadable.test(each) ||
    isNeeded(each, characters[index - 1] ?? "", characters[index + 1] ?? "");
  return characters.filter(isShown).join("");
}

function isNeeded(character: string, before: string, after: string): boolean {
  if (variation.selector.test(character)) return variation.after.test(before);
  return (
    joiner.test(character) && joined.test(before) && (joined.test(after) || virama.test(before))
  );
}

export const isReadable = (value: string): boolean => !unreadable.test(value);

/**
 * More marks on one letter than any script writes: Hebrew and Burmese have four, Vietnamese and
 * Thai two. Or marks on no letter.
 */
const piledUp =
  /[\p{Mn}\p{Me}]{5}|[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]{3}|\p{M}{9}|(?:^|\s)\p{M}/u;

export const hasPiledUpMarks = (value: string): boolean => piledUp.test(value);

/** What is wrong with a line of text in itself, once it is tidied. */
export function checkText(
  value: string,
  maxLength: number,
): "tooLong" | "unreadable" | "piledUpMarks" | undefined {
  if ([...value].length > maxLength) return "tooLong";
  if (!isReadable(value)) return "unreadable";
  return hasPiledUpMarks(value) ? "piledUpMarks" : undefined;
}

/** Domains may be in any script; what stands before the @ is what mail servers take everywhere. */
const emailPattern =
  /^(?!\.)(?!.*\.[.@])[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/iu;

export const isMailAddress = (value: string): boolean => emailPattern.test(value);
