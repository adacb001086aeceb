import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defaultLocale } from "@/lib/i18n/locales";

const contentDirectory = join(/* turbopackIgnore: true */ process.cwd(), "content", defaultLocale);

/** News and events of the repository keep their addresses. News have their day before the slug. */
export const isSlugOfFile = (slug: string): boolean =>
  existsSync(join(contentDirectory, "events", `${slug}.mdx`)) ||
  readdirSync(join(contentDirectory, "news")).some((file) => file.slice(11) === `${slug}.mdx`);
