import { existsSync, readdirSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { evaluate } from "@mdx-js/mdx";
import type { MDXContent } from "mdx/types";
import * as runtime from "react/jsx-runtime";
import { VFile } from "vfile";
import { matter } from "vfile-matter";
import type { z } from "zod";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";

const contentDirectory = join(/* turbopackIgnore: true */ process.cwd(), "content");

/** `locale` is the text's actual language; `modifiedAt` the file's time on this machine. */
export type Entry<FrontMatter> = FrontMatter & {
  slug: string;
  locale: Locale;
  Body: MDXContent;
  modifiedAt: Date;
};

const remembered = new Map<string, Promise<Entry<unknown>>>();

async function readEntry<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  slug: string,
  locale: Locale,
): Promise<Entry<z.infer<Schema>>> {
  const file = new VFile({ path, value: await readFile(path) });
  matter(file, { strip: true });
  const result = schema.safeParse(file.data.matter);
  if (!result.success) throw new Error(`${path}: ${result.error.message}`);
  const { default: Body } = await evaluate(file, { ...runtime, baseUrl: import.meta.url });
  const { mtime: modifiedAt } = await stat(path);
  return { ...(result.data as object), slug, locale, Body, modifiedAt } as Entry<z.infer<Schema>>;
}

/** Falls back to English, then null. @throws when the front matter does not fit the schema */
export async function findEntry<Schema extends z.ZodType>(
  locale: Locale,
  name: string,
  schema: Schema,
): Promise<Entry<z.infer<Schema>> | null> {
  if (!/^[a-z0-9/-]+$/.test(name)) return null;
  for (const candidate of [locale, defaultLocale]) {
    const path = join(contentDirectory, candidate, `${name}.mdx`);
    if (!existsSync(path)) continue;
    const read = () => readEntry(path, schema, name.split("/").at(-1) ?? name, candidate);
    if (process.env.NODE_ENV !== "production") return read();
    if (!remembered.has(path)) remembered.set(path, read());
    return remembered.get(path) as Promise<Entry<z.infer<Schema>>>;
  }
  return null;
}

/** The English folder decides which entries there are. */
export async function listEntries<Schema extends z.ZodType>(
  locale: Locale,
  folder: string,
  schema: Schema,
): Promise<Entry<z.infer<Schema>>[]> {
  const names = readdirSync(join(contentDirectory, defaultLocale, folder))
    .filter((name) => name.endsWith(".mdx"))
    .sort();
  const entries = await Promise.all(
    names.map((name) => findEntry(locale, `${folder}/${name.replace(/\.mdx$/, "")}`, schema)),
  );
  return entries.filter((entry) => entry !== null);
}
