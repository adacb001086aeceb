import { strFromU8, unzipSync } from "fflate";
import { textOfPdf } from "@/tests/support/public/pdf-text";

export type PublicText = { status: number; text: string };

/** What holds no text, or no text from the database. */
const skipped = /^\/(_next|admin|dev|fonts)\/|^\/\w+\/card\b|\.(png|ico|woff2)$/;

type Site = {
  /** Where it listens. */
  url: string;
  /** What it calls itself. */
  publicAddress: string;
};

/**
 * Reads these addresses and all that they lead to on the same site, each with its headers, as the
 * text that people, browsers and programs find in it.
 * @param citySlugs the cities whose pages and files are read: those of others are alike
 */
export async function readPublicTexts(
  { url, publicAddress }: Site,
  beginning: readonly string[],
  citySlugs: readonly string[],
): Promise<Map<string, PublicText>> {
  const read = new Map<string, PublicText>();
  const waiting = new Set(beginning);
  const isOfOtherCity = (link: string): boolean => {
    const [, slug] = /\/(?:cities|dossiers\/\w+)(?:\/|%2F)([^/?&]+)/.exec(link) ?? [];
    return slug !== undefined && !citySlugs.includes(slug);
  };
  for (const address of waiting) {
    const response = await fetch(url + address, { redirect: "manual" });
    const text = await textOf(response);
    read.set(address, { status: response.status, text });
    for (const link of linksIn(text, publicAddress + address, publicAddress))
      if (isFollowed(link, address) && !isOfOtherCity(link)) waiting.add(link);
  }
  return read;
}

async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = JSON.stringify([...response.headers]);
  return [headers, ...textsOf(bytes)].join("\n");
}

function textsOf(bytes: Buffer): string[] {
  const kind = bytes.subarray(0, 4).toString("latin1");
  if (kind === "%PDF") return [bytes.toString("latin1"), ...textOfPdf(bytes)];
  if (kind !== "PK\u0003\u0004") return [bytes.toString()];
  return Object.entries(unzipSync(bytes)).flatMap(([name, file]) => [
    name,
    ...(name.endsWith(".pdf") ? textsOf(Buffer.from(file)) : [strFromU8(file)]),
  ]);
}

function linksIn(text: string, address: string, publicAddress: string): string[] {
  const inHtml = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link);
  const whole = text.match(/https?:\/\/[^\s"'<>)\\]+/g) ?? [];
  return [...inHtml, ...whole].flatMap((link) => {
    const url = URL.parse(link.replaceAll("&amp;", "&"), address);
    return url?.origin === publicAddress ? [url.pathname + url.search] : [];
  });
}

/** Filters lead to filters: of those, only what stands on the page itself. */
function isFollowed(link: string, from: string): boolean {
  if (skipped.test(link)) return false;
  return !link.includes("?") || !from.includes("?");
}
