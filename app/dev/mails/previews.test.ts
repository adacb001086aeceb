import { globSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { listPreviews } from "@/app/dev/mails/previews";
import { defaultLocale, locales } from "@/lib/i18n/locales";

const site = "https://coalition.example";

test("every mail has a preview", async () => {
  const modules = await Promise.all(
    globSync(["lib/**/*emails.tsx", "lib/**/*-mail.ts"]).map(
      (path) => import(/* @vite-ignore */ resolve(path)) as Promise<Record<string, unknown>>,
    ),
  );
  const writers = modules
    .flatMap((module) => Object.entries(module))
    .filter(([name]) => name.endsWith("Mail"));
  const previewed = new Set<unknown>(
    listPreviews(defaultLocale, site).map(({ writtenBy }) => writtenBy),
  );

  expect(modules.length).toBeGreaterThan(3);
  expect(writers.filter(([, writer]) => !previewed.has(writer)).map(([name]) => name)).toEqual([]);
});

test.each(locales)("every preview renders in its language: %s", async (locale) => {
  for (const { name, content } of listPreviews(locale, site)) {
    const { subject, text, html } = await content();
    expect(subject, name).not.toBe("");
    expect(text, name).toContain(site);
    expect(html.match(/<h1/g), name).toHaveLength(1);
    expect(html, name).toContain(`<html lang="${locale}"`);
    expect(html, name).not.toMatch(/<img|<script|<link|url\(|@import|src=/);
  }
});
