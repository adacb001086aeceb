import { describe, expect, test } from "vitest";
import { formTexts, hasPiledUpMarks, isReadable, tidy } from "@/lib/forms";

/** Made up, and written as people write names: with joiners, points, tones and marks. */
const names = [
  ["Latin", "Zoë De Smet-O’Brien"],
  ["Vietnamese", "Nguyễn Thị Phượng"],
  ["Yoruba", "Ọlábísí Adéṣẹ́"],
  ["Polish", "Łukasz Żółć"],
  ["Greek", "Ἀθηνᾶ Παπαδοπούλου"],
  ["Ukrainian", "Їжакевич Ґалина"],
  ["Arabic", "مُحَمَّدٌ بنُ عليٍّ"],
  ["Persian", "علی‌رضا رضایی‌نژاد"],
  ["Urdu", "ثنااللہ خاں"],
  ["Hebrew with points", "שָׁלוֹם בֶּן־שִׂמְחָה"],
  ["Hindi", "श्रीनिवास शर्मा"],
  ["Marathi with a joiner", "तऱ्‍हेवाईक"],
  ["Bengali with a joiner", "র‍্যাচেল"],
  ["Malayalam that ends with a joiner", "അനില്‍"],
  ["Tamil", "ஸ்ரீதர் கிருஷ்ணன்"],
  ["Sinhala with a joiner", "ශ්‍රී ලාල්"],
  ["Thai", "สมชาย ก้องเกียรติ"],
  ["Lao", "ຄຳ ນ້ຳເງິນ"],
  ["Khmer", "ស្រីពៅ"],
  ["Burmese", "ညှို့ ကျော်"],
  ["Tibetan", "བསྟན་འཛིན"],
  ["Georgian", "ნინო"],
  ["Amharic", "ተስፋዬ"],
  ["Chinese", "王小明"],
  ["Japanese with a variant", "渡邉\u{E0100}さくら"],
  ["Korean", "김민수"],
] as const;

test.each(names)("a name in %s stays as it is", (_, name) => {
  expect(tidy(name)).toBe(name.normalize("NFC"));
  expect(isReadable(name)).toBe(true);
  expect(hasPiledUpMarks(tidy(name))).toBe(false);
});

test.each(names)("a name in %s may be typed in pieces", (_, name) => {
  expect(tidy(name.normalize("NFD"))).toBe(name.normalize("NFC"));
});

describe("what nobody sees is taken away", () => {
  test.each([
    ["a zero-width space", "Zoë\u200B De Smet"],
    ["a joiner between Latin letters", "Zo\u200Dë De\u200C Smet"],
    ["a mark of direction", "\u200EZoë De Smet\u200F"],
    ["a soft hyphen", "Zoë De S\u00ADmet"],
    ["a byte order mark", "\uFEFFZoë De Smet"],
    ["a Hangul letter of no width", "Zoë\u3164 De Smet\uFFA0"],
    ["tags", "Zoë De Smet\u{E0041}\u{E007F}"],
    ["what parts a letter from its mark", "Zoe\u200D\u0308 De Smet"],
  ])("%s", (_, typed) => expect(tidy(typed)).toBe("Zoë De Smet"));

  test("a joiner at the end of a Persian word, or two of them", () => {
    expect(tidy("علی\u200C رضا")).toBe("علی رضا");
    expect(tidy("علی\u200C\u200Cرضا")).toBe("علیرضا");
  });

  test("nothing but that is nothing", () => expect(tidy("\u200B\u2060\u3164")).toBe(""));
});

test("what turns the reading direction is left, so that it can be refused", () => {
  expect(isReadable(tidy("\u202Esreteep"))).toBe(false);
  expect(isReadable(tidy("\u2067sreteep"))).toBe(false);
});

test.each([
  ["seventy on one letter", `Z${"\u0301".repeat(70)}oë`],
  ["four of the general ones", "Zx\u0302\u0303\u0330\u0307ë"],
  ["a Thai letter with a tower of them", `ก${"\u0E47".repeat(20)}`],
  ["on no letter", "\u0301Zoë"],
  ["on a space", "Zoë \u20DD"],
  ["wide ones without end", `क${"\u093E".repeat(30)}`],
])("marks are piled up: %s", (_, typed) => expect(hasPiledUpMarks(tidy(typed))).toBe(true));

test("the texts of a form are what its author typed, without files and without what React adds", () => {
  const form = new FormData();
  form.set("email", "reviewer@example.org");
  form.set("letter", new File(["Dear council"], "letter.txt"));
  form.set("$ACTION_KEY", "k1");
  expect(formTexts(form)).toEqual({ email: "reviewer@example.org" });
});
