import { globSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { createTranslator } from "use-intl/core";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { findEntry } from "@/lib/content/mdx";
import { conventionsOf } from "@/lib/i18n/conventions";
import { defaultLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/translator";
import { goalOf } from "@/lib/measurements/measurements";
import { readabilityOf } from "@/tests/support/public/readability";
import { recordResult } from "@/tests/support/runners/record-result";

/** Years of school: what residents read. */
const forResidents = goalOf("readingGrade");
/** What people read as part of their work: officials, and journalists. */
const atWork = 9;
const maxWords = 30;

/** Where more is allowed than to residents, and why. Keys are the beginnings of places. */
const exceptions: Readonly<Record<string, { grade: number; words?: number; because: string }>> = {
  "pages/joining": { grade: atWork, because: "read by officials" },
  "messages/join": { grade: atWork, because: "read by officials" },
  "messages/status": { grade: atWork, because: "read by officials" },
  "pages/open-data": { grade: atWork, because: "read by people who work with data" },
  "messages/openData": { grade: atWork, because: "read by people who work with data" },
  "messages/mail": { grade: atWork, because: "read by officials and staff" },
  statements: { grade: 10, because: "tells in a sentence or two what officials said" },
  commentary: {
    grade: 11,
    because: "says clause by clause what the official titles mean, in a version of its own",
  },
  "messages/checklist": {
    grade: 11,
    because: "names offices and policies by what they are called",
  },
};

const limitsOf = (place: string) => {
  const exception = Object.entries(exceptions).find(([beginning]) =>
    place.startsWith(beginning),
  )?.[1];
  return { grade: exception?.grade ?? forResidents, words: exception?.words ?? maxWords };
};

const gradesForResidents: number[] = [];
afterAll(() =>
  recordResult("readingGrade", {
    value: Math.round(Math.max(...gradesForResidents) * 10) / 10,
    sample: gradesForResidents.length,
  }),
);

/** Says what is too hard, and by which sentence to begin. */
function expectReadable(place: string, paragraphs: readonly string[]): void {
  const limits = limitsOf(place);
  const { grade, longest } = readabilityOf(paragraphs);
  if (limits.grade === forResidents) gradesForResidents.push(grade);
  expect
    .soft(grade, `${place}: the grade, for example of “${longest.sentence}”`)
    .toBeLessThanOrEqual(limits.grade);
  expect
    .soft(longest.words, `${place}: the words of “${longest.sentence}”`)
    .toBeLessThanOrEqual(limits.words);
}

const block = /<(?:p|li|td|blockquote)[^>]*>([^]*?)(?=<\/?(?:p|li|td|blockquote|ul|ol|table)\b)/g;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&#x27;": "’",
  "&quot;": "”",
  "&lt;": "<",
  "&gt;": ">",
};

/** The paragraphs of a page, without headings: their few words would make every text look easy. */
function paragraphsOf(html: string): string[] {
  const texts = [...html.matchAll(block)].map(([, text = ""]) =>
    text.replace(/<[^>]+>/g, "").replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity),
  );
  return texts
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text.split(" ").length > 2);
}

const Nothing = () => null;
const Part = ({ children }: { children?: React.ReactNode }) => <div>{children}</div>;
const Inline = ({ children }: { children?: React.ReactNode }) => <a>{children}</a>;
const Clause = ({ children }: { children?: React.ReactNode }) => <p>{children}</p>;
const components = {
  ContactAddress: () => "name@example.org",
  ApplyLinks: Nothing,
  CitySearch: Nothing,
  CouncilLetter: Nothing,
  Checklist: Nothing,
  Door: Part,
  Preamble: Part,
  Article: Part,
  Clause,
  Datasets: Nothing,
  Snapshots: Nothing,
  Example: Nothing,
  DataFile: Inline,
};
/** Every value of a page is a number. */
const values = new Proxy({}, { get: () => 30 });

describe("what the pages say", () => {
  const places = globSync("content/en/**/*.mdx")
    .map((file) => file.slice("content/en/".length, -".mdx".length))
    .sort();

  it.each(places)("%s is plain", async (place) => {
    const page = await findEntry(
      defaultLocale,
      place,
      z.looseObject({
        description: z.string().optional(),
        statements: z.array(z.looseObject({ text: z.string() })).default([]),
      }),
    );
    if (!page) throw new Error(`${place} is missing.`);
    const html = renderToStaticMarkup(<page.Body components={components} values={values} />);
    expectReadable(place, [
      ...(page.description ? [page.description] : []),
      ...page.statements.map(({ text }) => text),
      ...paragraphsOf(html),
    ]);
  });
});

describe("what the messages say", () => {
  it.each(Object.keys(messagesOf(defaultLocale)))("%s is plain", (namespace) => {
    const sentences = messagesIn(messagesOf(defaultLocale)[namespace as "home"], [namespace])
      .flatMap(({ place, message }) => written(place, message))
      .filter(isText);
    if (sentences.length > 0) expectReadable(`messages/${namespace}`, sentences);
  });
});

/** Labels and titles are no sentences. */
const isText = (message: string) => /[.?!:]$/.test(message) && message.split(" ").length > 4;

type Message = { place: string; message: string };

function messagesIn(messages: unknown, place: string[]): Message[] {
  if (typeof messages === "string") return [{ place: place.join("."), message: messages }];
  return Object.entries(messages as Record<string, unknown>).flatMap(([key, value]) =>
    messagesIn(value, [...place, key]),
  );
}

/** A message as a reader may get it, in each of its kinds. */
function written(place: string, message: string): string[] {
  const kinds = /select, (\w+)/.exec(message)?.slice(1) ?? [];
  return [...kinds, "other"].map((kind) => {
    const t = createTranslator({
      locale: conventionsOf(defaultLocale),
      messages: { message },
      timeZone: "UTC",
      onError: (error) => {
        throw new Error(`${place}: ${error.message}`);
      },
    }) as unknown as { markup: (key: string, values: object) => string };
    return t.markup("message", { ...samplesFor(message), ...tagsIn(message), kind });
  });
}

function samplesFor(message: string): Record<string, unknown> {
  const all = [...message.matchAll(/\{(\w+)(?:, (\w+))?/g)].map(
    ([, name = "", type]) =>
      [
        name,
        type === "date"
          ? new Date("2026-11-23")
          : type === "plural" || type === "number"
            ? 12
            : "Ghent",
      ] as const,
  );
  return Object.fromEntries(all);
}

const tagsIn = (message: string) =>
  Object.fromEntries(
    [...message.matchAll(/<(\w+)>/g)].map(([, name = ""]) => [name, (chunks: string) => chunks]),
  );

it("notices what is hard to read", () => {
  const plain = readabilityOf(["Your city can join. Ask it to, and tell others who live there."]);
  const hard = readabilityOf([
    "Notwithstanding considerations of administrative proportionality, municipalities undertake to institutionalise participatory accountability mechanisms.",
  ]);
  expect(plain.grade).toBeLessThan(4);
  expect(hard.grade).toBeGreaterThan(20);
  // A name is no hard word.
  expect(
    readabilityOf(["It was launched by the Cities Coalition for Digital Rights."]).grade,
  ).toBeLessThan(5);
});
