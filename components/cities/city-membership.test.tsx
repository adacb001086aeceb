import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CityMembership } from "@/components/cities/city-membership";
import type { Membership } from "@/lib/cities/membership";
import { defaultLocale } from "@/lib/i18n/locales";

const announced = { signedOn: null, announcedOn: new Date("2019-03-28"), isFounder: false };
const signed = { signedOn: new Date("2026-11-20"), announcedOn: null, isFounder: false };
const tirana = { name: "Tirana", countryCode: "AL", ...announced };
const ghent = { name: "Ghent", countryCode: "BE", ...signed };
const alone: Membership = { earlier: 26, sameDay: 1, compatriots: [] };

const textOf = (
  city: Parameters<typeof CityMembership>[0]["city"],
  membership: Membership,
  principles: Parameters<typeof CityMembership>[0]["principles"] = [],
) =>
  renderToStaticMarkup(
    <CityMembership
      locale={defaultLocale}
      city={city}
      membership={membership}
      principles={principles}
    />,
  ).replace(/<\/?bdi>/g, "");

test("a city of 28 March 2019 is said to have come with the others, and gets no number", () => {
  const text = textOf(tirana, { earlier: 3, sameDay: 23, compatriots: [] });
  expect(text).toContain(
    "Tirana was announced as a signatory on 28 March 2019, with 22 other cities on the public list. They came together",
  );
  expect(text).not.toContain("number");
  expect(text).toContain("None yet. Tirana is the only one.");
});

test("a founder is named as one", () => {
  const amsterdam = {
    ...{ name: "Amsterdam", countryCode: "NL", isFounder: true },
    ...{ signedOn: new Date("2018-11-14"), announcedOn: null },
  };
  expect(textOf(amsterdam, { ...alone, earlier: 0, sameDay: 3 })).toContain(
    "Amsterdam is a founder of the coalition. It signed on 14 November 2018, with 2 other cities",
  );
});

test("a city that signed alone has its number on the list", () => {
  expect(textOf(ghent, alone)).toContain("Ghent is number 27 on the public list");
});

test("members of its country are links while they are few, and a number when they are many", () => {
  const compatriots = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ slug: `city-${index}`, name: `City ${index}` }));
  expect(textOf(ghent, { ...alone, compatriots: compatriots(12) })).toContain(
    'href="/en/cities/city-11"',
  );
  const many = textOf(ghent, { ...alone, compatriots: compatriots(13) });
  expect(many).toContain('href="/en/cities?country=BE"');
  expect(many).toContain("13 cities beside Ghent");
  expect(many).not.toContain("/en/cities/city-");
});

test("only principles that its actions are about are named", () => {
  const privacy = { number: 2, slug: "privacy", shortTitle: "Privacy and security" } as const;
  expect(textOf(ghent, alone, [privacy])).toContain('href="/en/principles/privacy"');
  expect(textOf(ghent, alone)).not.toContain("/en/principles/");
});
