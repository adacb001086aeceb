import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { FollowLinks } from "@/components/feeds/follow-links";
import { NewsList } from "@/components/news/news-list";
import { PageHeader } from "@/components/ui/page-header";
import { translator } from "@/lib/i18n/translator";
import { listNews } from "@/lib/publications/queries";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "news");
  return pageMetadata(locale, "/news", {
    title: t("title"),
    description: t("lead"),
    feeds: ["news"],
  });
}

export default async function NewsPage() {
  const locale = await currentLocale();
  const t = translator(locale, "news");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <FollowLinks locale={locale} feed="news" />
      <NewsList news={await listNews(locale)} locale={locale} />
    </>
  );
}
