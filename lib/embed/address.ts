import type { Ground } from "@/lib/embed/grounds";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

export type EmbedSubject =
  { kind: "counter" } | { kind: "cityCounter"; slug: string } | { kind: "badge"; slug: string };

export type EmbedForm = "frame" | "picture";

export type Embed = { subject: EmbedSubject; ground: Ground; form: EmbedForm };

/** In pixels. */
export const embedSize = { width: 320, height: 96 };

/** Without the origin: a frame, and with `.svg` behind it the same as a picture. */
export function embedAddress(locale: Locale, { subject, ground, form }: Embed): string {
  const name = subject.kind === "badge" ? "badge" : "counter";
  const city = subject.kind === "counter" ? "" : `/cities/${subject.slug}`;
  const suffix = (ground === "dark" ? "-dark" : "") + (form === "picture" ? ".svg" : "");
  return href(locale, `/embed${city}/${name}${suffix}`);
}

/** @param path what stands behind `/en/embed/`, e.g. `["cities", "ghent", "counter-dark.svg"]` */
export function parseEmbedPath(path: readonly string[]): Embed | null {
  const [, name, dark, svg] = /^(counter|badge)(-dark)?(\.svg)?$/.exec(path.at(-1) ?? "") ?? [];
  const subject = name && subjectOf(name, path.slice(0, -1));
  return subject
    ? { subject, ground: dark ? "dark" : "light", form: svg ? "picture" : "frame" }
    : null;
}

function subjectOf(name: string, above: readonly string[]): EmbedSubject | null {
  if (above.length === 0) return name === "counter" ? { kind: "counter" } : null;
  const [section, slug, ...rest] = above;
  if (section !== "cities" || !slug || rest.length > 0) return null;
  return { kind: name === "badge" ? "badge" : "cityCounter", slug };
}
