// Without a library: browsers run this too, while people type.

/** More than any field takes, so that a text that is too long is shown again for correction. */
const maxTextLength = 4_000;

/** Empty for a missing field or a file. Cut at once, since the answer repeats it several times. */
export function formText(form: FormData, name: string): string {
  const posted = form.get(name);
  return typeof posted === "string" ? posted.slice(0, maxTextLength) : "";
}

/** Staff write more, and each line break is posted as two characters. */
const maxStaffTextLength = 10_000;

/** Leaves out React's own fields, which begin with a dollar sign. */
export const formTexts = (form: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$")
        ? [[name, value.slice(0, maxStaffTextLength)]]
        : [],
    ),
  );

/** Control characters, lone surrogates, and marks that change the reading direction. */
const unreadable = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

const invisible = /\p{Default_Ignorable_Code_Point}/u;

const joiner = /[\u200C\u200D]/u;
/** Scripts that use joiners: Persian between letters, Indic and related ones around a virama. */
const joined =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u;
const virama =
  /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u1039\u17D2]/u;
/** They choose the form of the character before them, as Japanese names and Mongolian need. */
const variation = {
  after: /[\p{Script=Han}\p{Script=Mongolian}]/u,
  selector: /[\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u,
};

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

/** More marks than any script writes (Hebrew, Burmese: 4; Vietnamese, Thai: 2), or on no letter. */
const piledUp =
  /[\p{Mn}\p{Me}]{5}|[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]{3}|\p{M}{9}|(?:^|\s)\p{M}/u;

export const hasPiledUpMarks = (value: string): boolean => piledUp.test(value);

export function checkText(
  value: string,
  maxLength: number,
): "tooLong" | "unreadable" | "piledUpMarks" | undefined {
  if ([...value].length > maxLength) return "tooLong";
  if (!isReadable(value)) return "unreadable";
  return hasPiledUpMarks(value) ? "piledUpMarks" : undefined;
}

/** Domains may be in any script; before the @ stands only what mail servers take everywhere. */
const emailPattern =
  /^(?!\.)(?!.*\.[.@])[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/iu;

export const isMailAddress = (value: string): boolean => emailPattern.test(value);
