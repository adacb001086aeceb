import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NextSteps } from "@/components/endorsements/next-steps";
import type { ResidentsView } from "@/lib/endorsements/resident-queries";
import { defaultLocale } from "@/lib/i18n/locales";

const signatory = { createdAt: new Date("2026-11-20") };

type Changes = { kind?: "asks" | "thanks"; state?: "confirmed" | "held"; hasSigned?: boolean };

/** The addresses that a resident of Ghent is led to, in their order, and all that is said. */
function stepsOf({ kind = "asks", state = "confirmed", hasSigned = kind === "thanks" }: Changes) {
  const city =
    state === "held"
      ? null
      : { name: "Ghent", slug: "ghent", signatory: hasSigned ? signatory : null };
  const endorsement = {
    kind,
    state,
    place: { id: 2797656, name: "Ghent", city },
  } as unknown as ResidentsView;
  const html = renderToStaticMarkup(
    <NextSteps locale={defaultLocale} endorsement={endorsement} city="Ghent" />,
  );
  return { html, links: [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, address]) => address) };
}

test("who endorsed is led to the city's page, the dossier and a letter", () => {
  expect(stepsOf({}).links).toEqual([
    "/en/cities/ghent",
    "/en/cities/ghent/dossier",
    "/en/endorse",
  ]);
});

test("who thanked has a next step", () => {
  expect(stepsOf({ kind: "thanks" }).links).toEqual(["/en/cities/ghent"]);
});

test("once the city has signed, it can be thanked, and nobody is told to ask it", () => {
  const { html, links } = stepsOf({ hasSigned: true });
  expect(links).toEqual(["/en/cities/ghent", "/en/endorse/ask?city=2797656"]);
  expect(html).not.toContain("They can ask too");
});

test("a public address is passed on: the city's page, or the form where the site does not speak of the city yet", () => {
  expect(stepsOf({}).html).toMatch(/<code[^>]*>http[^<]*\/en\/cities\/ghent<\/code>/);
  expect(stepsOf({ state: "held" }).html).toMatch(
    /<code[^>]*>http[^<]*\/en\/endorse\/ask\?city=2797656<\/code>/,
  );
  expect(stepsOf({}).html).toMatch(/href="mailto:\?subject=[^"]*cities%2Fghent"/);
});
