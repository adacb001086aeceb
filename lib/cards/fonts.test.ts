import { expect, test } from "vitest";
import { writable } from "@/lib/cards/fonts";

test.each([
  "Łódź",
  "São Paulo",
  "İstanbul",
  "Reykjavík",
  "Cluj-Napoca",
  "26 of 100 cities",
  "Kraków – Poland’s “old” capital…",
])("%s can be written", (text) => {
  expect(writable(text)).toBe(text);
});

test.each([
  "القاهرة",
  "西安",
  "תל אביב",
  "Αθήνα",
  "Москва",
  "دليل Amsterdam",
  "Ghent 🎉",
  "a\u202etxt.exe",
  "\u0000",
  "",
  " \n ",
])("%j is left out", (text) => {
  expect(writable(text)).toBeUndefined();
});

test("a letter in two parts is written as one", () => {
  expect(writable("Zu\u0308rich")).toBe("Zürich");
});

test("a text without end is cut", () => {
  expect(writable("Ghent ".repeat(10_000))).toHaveLength(161);
});
