import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { NextLinks } from "@/components/site/next-links";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "notFound");
  return { title: t("title"), robots: { index: false } };
}

/** Shown at every address that no page has: see `lib/front/pages/help-pages.ts`. */
export default async function NoSuchPage() {
  return <NextLinks locale={await currentLocale()} />;
}
