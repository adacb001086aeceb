import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { Prose } from "@/components/content/prose";
import { Dateline } from "@/components/news/dateline";
import { Neighbours } from "@/components/news/neighbours";
import { StructuredNews } from "@/components/news/structured-news";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { findNewsItem, listNews } from "@/lib/content/queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { neighboursOf } from "@/lib/news/neighbours";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, item } = await load(params);
  const metadata = pageMetadata(locale, `/news/${item.slug}`, item);
  return {
    ...metadata,
    openGraph: {
      ...metadata.openGraph,
      type: "article",
      publishedTime: item.summaryWritten ?? item.date,
    },
  };
}

export default async function NewsItemPage({ params }: Props) {
  const { locale, item } = await load(params);
  const t = translator(locale, "news");
  const site = translator(locale, "site");
  const { newer, older } = neighboursOf(await listNews(locale), item.slug);
  const url = siteUrl() + href(locale, `/news/${item.slug}`);
  return (
    <article>
      <StructuredNews item={item} url={url} publisher={{ name: site("name"), url: siteUrl() }} />
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            label={site("breadcrumbs")}
            links={[{ href: href(locale, "/news"), text: t("title") }]}
            current={item.title}
          />
        }
        eyebrow={<Dateline item={item} locale={locale} />}
        title={item.title}
        lead={item.description}
      />
      <Prose locale={locale} entry={item} />
      <Neighbours
        label={t("moreNews")}
        locale={locale}
        neighbours={[
          { item: older, label: (date) => t.rich("older", { date: () => date }), rel: "prev" },
          { item: newer, label: (date) => t.rich("newer", { date: () => date }), rel: "next" },
        ]}
      />
    </article>
  );
}

async function load(params: Props["params"]) {
  const locale = await currentLocale();
  const { slug } = await params;
  const item = await findNewsItem(locale, slug);
  return item ? { locale, item } : notFound();
}
