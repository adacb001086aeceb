import { expect, test } from "vitest";
import { defaultLocale } from "@/lib/i18n/locales";
import type { Poster } from "@/lib/pdf/poster";
import { posterPdf } from "@/lib/pdf/poster-pdf";
import { countPages, textOfPdf } from "@/tests/support/public/pdf-text";

const names = ["Amsterdam", "Barcelona", "New York City", "Cluj-Napoca", "Łódź"];

const posterOf = (cities: number): Poster => ({
  locale: defaultLocale,
  title: "Declaration of the Cities Coalition for Digital Rights",
  subject: "The five principles",
  writtenOn: new Date("2026-11-28"),
  principles: ["Access", "Privacy", "Transparency", "Participation", "Standards"].map((title) => ({
    title,
    colour: "#003356",
  })),
  names: {
    title: `Signed by ${cities} cities`,
    legend: "Marked: the founders.",
    entries: Array.from({ length: cities }, (_, index) => ({
      name: names[index % names.length] ?? "",
      ...(index < 3 && { marked: `${names[index]} (founder)` }),
    })),
  },
  notes: ["Version 2018."],
  address: "https://coalition.example",
});

const linesOf = async (cities: number) => textOfPdf(await posterPdf(posterOf(cities)));

test.each([3, 26, 300, 700])("%i cities stand on one page, each by its name", async (cities) => {
  const pdf = await posterPdf(posterOf(cities));
  expect(countPages(pdf)).toBe(1);
  const lines = textOfPdf(pdf);
  expect(lines.filter((line) => line === "Barcelona")).toHaveLength(Math.ceil((cities - 1) / 5));
  expect(lines).toContain("Marked: the founders.");
});

test("where no letter would be small enough, the number and the site's address stand alone", async () => {
  const lines = await linesOf(5_000);
  expect(lines).toContain("Signed by 5000 cities");
  expect(lines).toContain("https://coalition.example");
  expect(lines).not.toContain("Barcelona");
});

test("without founders no mark is explained", async () => {
  const poster = posterOf(3);
  const entries = [{ name: "Ghent" }];
  const pdf = await posterPdf({ ...poster, names: { ...poster.names, entries } });
  expect(textOfPdf(pdf)).not.toContain("Marked: the founders.");
});
