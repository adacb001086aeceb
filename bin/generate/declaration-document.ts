import { createHash } from "node:crypto";
import { readDeclarationWords } from "@/lib/content/declaration-words";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf, translator } from "@/lib/i18n/translator";
import type { DocumentBlock, TextDocument } from "@/lib/pdf/document";
import { principleColours } from "@/lib/pdf/principle-colours";

const licence = "https://creativecommons.org/licenses/by-sa/4.0/";

/** The declaration and its commentary, as their page has them. */
export async function writeDeclarationDocument(locale: Locale): Promise<TextDocument> {
  const t = translator(locale, "declaration");
  const { title, version, date, principles, commentary } = await readDeclarationWords(locale);
  const paragraph = (text: string): DocumentBlock => ({ kind: "paragraph", text });
  const titles = principles.map((principle, index) => ({
    title: principle,
    colour: principleColours[index] ?? "",
  }));
  const articles = commentary.articles.flatMap(
    ({ number, title: principle, clauses }): DocumentBlock[] => [
      { kind: "subheading", text: `${t("article", { number })}: ${principle}` },
      {
        kind: "labelled",
        entries: clauses.map((clause) => ({ label: clause.number, text: clause.text })),
      },
    ],
  );
  return {
    locale,
    title,
    lead: t("publisher"),
    subject: t("signedText", { version, date: new Date(date) }),
    writtenOn: new Date(commentary.date),
    sections: [
      {
        title: t("signedTitle"),
        blocks: [
          paragraph(t("signedText", { version, date: new Date(date) })),
          { kind: "titles", entries: titles },
        ],
      },
      {
        title: commentary.title,
        blocks: [
          paragraph(
            t("commentaryText", { version: commentary.version, date: new Date(commentary.date) }),
          ),
          ...commentary.preamble.map(paragraph),
          ...articles,
        ],
      },
      {
        title: t("aboutTitle"),
        blocks: [paragraph(t("aboutSigned")), paragraph(t("aboutCharter")), ...licenceOf(locale)],
      },
    ],
  };
}

function licenceOf(locale: Locale): DocumentBlock[] {
  const sentence = messagesOf(locale).declaration.aboutLicence;
  const name = /<licence>(.*)<\/licence>/.exec(sentence)?.[1] ?? licence;
  return [
    { kind: "paragraph", text: sentence.replace(/<\/?licence>/g, "") },
    { kind: "links", entries: [{ text: name, address: licence }] },
  ];
}

/** SHA-256 of all that it says. */
export const fingerprintOf = (document: TextDocument): string =>
  createHash("sha256").update(JSON.stringify(document)).digest("hex");
