import { wcagContrast } from "culori";
import { expect, test } from "vitest";
import { defaultLocale } from "@/lib/i18n/locales";
import { colours, styleSheet } from "@/lib/mail/letter-style";
import { renderLetter } from "@/lib/mail/render";
import { night, nightTowers } from "@/lib/night";

const letter = {
  locale: defaultLocale,
  subject: "Ghent has joined",
  heading: "Ghent has joined",
  greeting: "Hello,",
  paragraphs: ["The city stands on the list."],
  action: { label: "See the page of Ghent", url: "https://coalition.example/en/cities/ghent" },
  reason: "You wrote to us.",
};

/** The colour that dark mail programs are told for a class. */
const darkOf = (property: string, selector: string) =>
  new RegExp(`\\n  \\${selector} \\{[^}]*?\\b(?<!-)${property}: (#\\w+)`).exec(styleSheet)?.[1] ??
  "";

test("the towers of the mark and the stripe are cells of a table, in the colours of the night", async () => {
  const { html } = await renderLetter(letter);
  for (const { floors, colour } of nightTowers) {
    expect(html).toContain(
      `<td height="${floors * 4}" width="6" style="width:6px;height:${floors * 4}px;background-color:${colour}`,
    );
    expect(html).toContain(`<td height="6" style="height:6px;background-color:${colour}`);
  }
});

test("the name and the button bring their own ground, so that no program shows white on white", async () => {
  const { html } = await renderLetter(letter);
  expect(html).toContain(
    `color:${night.ink};overflow-wrap:anywhere;word-break:break-word;font-weight:700;background-color:${night.ground}`,
  );
  expect(html).toMatch(
    new RegExp(
      `<a href="[^"]+" style="[^"]*color:${colours.onAccent};[^"]*background-color:${colours.accent}`,
    ),
  );
});

test.each([
  ["words on paper", colours.ink, colours.paper],
  ["small words on paper", colours.softInk, colours.paper],
  ["links on paper", colours.accent, colours.paper],
  ["quoted words", colours.ink, colours.deepPaper],
  ["the button", colours.onAccent, colours.accent],
  ["the name", night.ink, night.ground],
  ["words in the dark", darkOf("color", ".ink"), darkOf("background-color", ".paper")],
  ["small words in the dark", darkOf("color", ".soft"), darkOf("background-color", ".paper")],
  ["links in the dark", darkOf("color", ".link"), darkOf("background-color", ".paper")],
  ["quoted words in the dark", darkOf("color", ".ink"), darkOf("background-color", ".quotation")],
  ["the button in the dark", darkOf("color", ".button a"), darkOf("background-color", ".button")],
])("%s have the contrast of AA", (_, words, ground) => {
  expect(wcagContrast(words, ground)).toBeGreaterThan(4.5);
});
