import { listChecklist } from "@/lib/content/checklist";
import { readDeclarationWords, type DeclarationWords } from "@/lib/content/declaration-words";
import { shownCount } from "@/lib/endorsements/counts/shown-count";
import type { SpotCheckResult } from "@/lib/endorsements/spot-check/queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, messagesOf, nameOfCountry, translator } from "@/lib/i18n/translator";
import type { DocumentBlock } from "@/lib/pdf/document";

export type DossierBlock = Extract<
  DocumentBlock,
  { kind: "paragraph" | "subheading" | "list" | "links" }
>;

export type DossierSection = {
  id: "number" | "motion" | "letter" | "declaration" | "joining" | "nearest";
  title: string;
  blocks: DossierBlock[];
};

export type Dossier = { locale: Locale; title: string; lead: string; sections: DossierSection[] };

type City = { slug: string; name: string; asks: number; facts: { endorsedSince: Date | null } };
type Member = { slug: string; name: string; countryCode: string; kilometres: number };

/** @param today the date of the number of residents */
export async function buildDossier(
  locale: Locale,
  city: City,
  { nearest, spotCheck }: { nearest: readonly Member[]; spotCheck: SpotCheckResult | null },
  today: Date,
): Promise<Dossier> {
  const t = translator(locale, "dossier");
  const declaration = await readDeclarationWords(locale);
  const sections: DossierSection[] = [
    { id: "number", title: t("numberTitle"), blocks: numberOf(locale, city, spotCheck, today) },
    {
      id: "motion",
      title: t("motionTitle"),
      blocks: motionOf(locale, city, declaration, today).map(toBlock),
    },
    { id: "letter", title: t("letterTitle"), blocks: letterOf(locale, city, today) },
    {
      id: "declaration",
      title: t("declarationTitle", { version: declaration.version }),
      blocks: declarationOf(locale, declaration),
    },
    { id: "joining", title: t("joiningTitle"), blocks: joiningOf(locale) },
    {
      id: "nearest",
      title: t("nearestTitle"),
      blocks: [{ kind: "links", entries: nearest.map((member) => linkTo(locale, member)) }],
    },
  ];
  return {
    locale,
    title: t("title", { city: city.name }),
    lead: t("lead"),
    sections: sections.filter(({ id }) => id !== "nearest" || nearest.length > 0),
  };
}

export async function formatMotion(locale: Locale, city: City, today: Date): Promise<string> {
  const lines = motionOf(locale, city, await readDeclarationWords(locale), today);
  return `${[translator(locale, "dossier")("motionHeading", { city: city.name }), ...lines.map((line) => (typeof line === "string" ? line : line.map((entry, index) => `${index + 1}. ${entry}`).join("\n")))].join("\n\n")}\n`;
}

const address = (locale: Locale, path: `/${string}`): string => siteUrl() + href(locale, path);

const toBlock = (line: string | string[]): DossierBlock =>
  typeof line === "string" ? { kind: "paragraph", text: line } : { kind: "list", entries: line };

function numberOf(
  locale: Locale,
  city: City,
  spotCheck: SpotCheckResult | null,
  today: Date,
): DossierBlock[] {
  const t = translator(locale, "dossier");
  const { endorsedSince } = city.facts;
  return [
    {
      kind: "paragraph",
      text: t("number", { city: city.name, count: shownCount(city.asks), date: today }),
    },
    ...(endorsedSince
      ? [{ kind: "paragraph", text: t("since", { date: endorsedSince }) } as const]
      : []),
    { kind: "paragraph", text: t("howCounted") },
    ...(spotCheck ? spotCheckOf(locale, city, spotCheck) : []),
    {
      kind: "links",
      entries: [{ text: t("cityPage"), address: address(locale, `/cities/${city.slug}`) }],
    },
  ];
}

function spotCheckOf(locale: Locale, { name: city }: City, found: SpotCheckResult): DossierBlock[] {
  const t = translator(locale, "spotCheckResult");
  return [
    { kind: "subheading", text: t("title") },
    { kind: "paragraph", text: t("text", { city, ...found }) },
  ];
}

function motionOf(
  locale: Locale,
  { name: city, asks }: City,
  { version }: DeclarationWords,
  today: Date,
): (string | string[])[] {
  const t = translator(locale, "dossier");
  const values = {
    city,
    version,
    count: shownCount(asks),
    date: today,
    declaration: address(locale, "/declaration"),
    joining: address(locale, "/joining"),
  };
  // A number below ten is not public and would not help the motion.
  const whereasAsked = values.count > 0 ? [t("motion.whereasAsked", values)] : [];
  return [
    t("motion.whereasRights", values),
    ...whereasAsked,
    t("motion.decides", values),
    [
      t("motion.sign", values),
      t("motion.show", values),
      t("motion.mandate", values),
      t("motion.report", values),
    ],
  ];
}

function letterOf(locale: Locale, { name: city, asks }: City, today: Date): DossierBlock[] {
  const t = translator(locale, "dossier");
  const values = {
    city,
    count: shownCount(asks),
    date: today,
    joining: address(locale, "/joining"),
  };
  return [
    t("letter.greeting", values),
    t("letter.ask", values),
    t("letter.rights", values),
    t("letter.motion", values),
    t("letter.signature"),
  ].map((text) => ({ kind: "paragraph", text }));
}

function declarationOf(
  locale: Locale,
  { date, principles, commentary }: DeclarationWords,
): DossierBlock[] {
  const t = translator(locale, "dossier");
  const { title, version, preamble, articles } = commentary;
  return [
    { kind: "paragraph", text: t("declarationText", { date: new Date(date) }) },
    { kind: "list", entries: principles },
    { kind: "subheading", text: title },
    { kind: "paragraph", text: t("commentaryText", { version, date: new Date(commentary.date) }) },
    ...preamble.map((text) => ({ kind: "paragraph", text }) as const),
    ...articles.flatMap(({ clauses }) =>
      clauses.map(
        ({ number, text }) => ({ kind: "paragraph", text: `${number} ${text}` }) as const,
      ),
    ),
  ];
}

function joiningOf(locale: Locale): DossierBlock[] {
  const t = translator(locale, "dossier");
  return [
    { kind: "list", entries: [...messagesOf(locale).dossier.joiningSteps] },
    { kind: "subheading", text: t("checklistTitle") },
    { kind: "paragraph", text: t("checklistLead") },
    ...listChecklist(locale).flatMap(({ title, explanation }): DossierBlock[] => [
      { kind: "paragraph", text: t("area", { title, explanation }) },
    ]),
    { kind: "links", entries: [{ text: t("joiningLink"), address: address(locale, "/joining") }] },
  ];
}

function linkTo(locale: Locale, { slug, name, countryCode, kilometres }: Member) {
  const distance = formatter(locale).number(kilometres, {
    style: "unit",
    unit: "kilometer",
    maximumFractionDigits: 0,
  });
  return {
    text: translator(locale, "dossier")("member", {
      city: name,
      country: nameOfCountry(locale, countryCode),
      distance,
    }),
    address: address(locale, `/cities/${slug}`),
  };
}
