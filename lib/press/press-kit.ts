import { createHash } from "node:crypto";
import { strToU8, zipSync, type Zippable } from "fflate";
import { LRUCache } from "lru-cache";
import { siteUrl } from "@/lib/env";
import { formatIsoDate } from "@/lib/i18n/format-iso-date";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { boilerplates, pressFacts, type PressFigures } from "@/lib/press/facts";
import { readLogoFiles } from "@/lib/press/logo-files";

export type PressKit = { archive: Uint8Array<ArrayBuffer>; tag: string };

/** By the texts. */
const cache = new LRUCache<string, PressKit>({ max: 50 });

export const pressKitAddress = (locale: Locale): string => `/data/${locale}/press-kit.zip`;

/**
 * Logos, texts and facts in one ZIP archive. The same figures of the same day give the same bytes;
 * `tag` changes with them.
 */
export function pressKitOf(locale: Locale, figures: PressFigures, address: string): PressKit {
  const texts = pressKitTexts(locale, figures, address);
  const key = JSON.stringify(texts);
  const kit = cache.get(key) ?? makePressKit(texts, figures.date);
  cache.set(key, kit);
  return kit;
}

/** @param address for questions of journalists */
export const pressKitTexts = (
  locale: Locale,
  figures: PressFigures,
  address: string,
): Record<string, string> => ({
  "read-me.txt": readMe(locale, figures, address),
  "about-the-coalition.txt": about(locale),
  "facts-and-figures.txt": factsAndFigures(locale, figures),
});

export function makePressKit(texts: Record<string, string>, date: Date): PressKit {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(texts)) files[`press-kit/${name}`] = strToU8(text);
  for (const [name, logo] of Object.entries(readLogoFiles()))
    files[`press-kit/logo/${name}`] = logo;
  // An archive knows local time alone: written so, the day is the same on every machine.
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  const archive = zipSync(files, { level: 9, mtime });
  return { archive, tag: createHash("sha256").update(archive).digest("base64url").slice(0, 22) };
}

function readMe(locale: Locale, { date }: PressFigures, address: string): string {
  const t = translator(locale, "pressArchive");
  const press = translator(locale, "press");
  return formatText([
    heading(t("title")),
    t("madeOn", { date, url: siteUrl() + href(locale, "/press") }),
    heading(press("contact")),
    t("contact", { address }),
    heading(press("logo")),
    t("logoNames"),
    press("logoUse"),
    heading(press("licence")),
    t("licence"),
  ]);
}

function about(locale: Locale): string {
  const t = translator(locale, "press");
  return formatText([
    heading(t("boilerplate")),
    ...boilerplates.flatMap(({ words, text }) => [heading(t("words", { count: words })), t(text)]),
  ]);
}

function factsAndFigures(locale: Locale, figures: PressFigures): string {
  const t = translator(locale, "press");
  const url = siteUrl() + href(locale, "/cities");
  return formatText([
    heading(t("number")),
    t("citation", { ...figures, url }),
    t("numberCaution"),
    heading(t("facts")),
    ...pressFacts.map(({ date, text, source }) =>
      [formatIsoDate(locale, date), t(text), t("source", { source: t(source) })].join("\n"),
    ),
  ]);
}

const heading = (text: string): string => `${text}\n${"=".repeat([...text].length)}`;

/** Windows shows it as it is meant, too. */
const formatText = (paragraphs: string[]): string =>
  `${paragraphs.join("\n\n")}\n`.replaceAll("\n", "\r\n");
