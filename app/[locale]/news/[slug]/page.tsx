import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { Corrections } from "@/components/content/corrections";
import { Prose } from "@/components/content/prose";
import { Dateline } from "@/components/news/dateline";
import { Neighbours } from "@/components/news/neighbours";
import { StructuredNews } from "@/components/news/structured-news";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { siteUrl } from "@/lib/env";
import { statusMeta } from "@/lib/front/markup/status-meta";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { neighboursOf } from "@/lib/news/neighbours";
import {
  findNewsItem,
  findWithdrawal,
  listNews,
  type PublishedNews,
  type Withdrawal,
} from "@/lib/publications/queries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, item } = await load(params);
  if ("reason" in item) return withdrawnMetadata(locale);
  const metadata = pageMetadata(locale, `/news/${item.slug}`, item);
  return {
    ...metadata,
    openGraph: {
      ...metadata.openGraph,
      type: "article",
      publishedTime: item.summaryWritten ?? item.date,
      modifiedTime: item.corrections.at(-1)?.date,
    },
  };
}

export default async function NewsItemPage({ params }: Props) {
  const { locale, item } = await load(params);
  if ("reason" in item) return <Withdrawn locale={locale} withdrawal={item} />;
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
      <Corrections locale={locale} entry={item} />
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

/** The front door answers with this status: a page of Next's cannot. */
const withdrawnMetadata = (locale: Locale): Metadata => ({
  title: translator(locale, "publications")("withdrawnTitle"),
  robots: { index: false },
  other: { [statusMeta]: "410" },
});

function Withdrawn({ locale, withdrawal }: { locale: Locale; withdrawal: Withdrawal }) {
  const t = translator(locale, "publications");
  return (
    <>
      <PageHeader
        title={t("withdrawnTitle")}
        lead={t("withdrawnOn", { date: new Date(withdrawal.date) })}
      />
      <p className="max-w-text">{withdrawal.reason}</p>
      <p className="mt-6">
        <a href={href(locale, "/news")} className="font-bold">
          {translator(locale, "news")("title")}
        </a>
      </p>
    </>
  );
}

type Loaded = { locale: Locale; item: PublishedNews | Withdrawal };

async function load(params: Props["params"]): Promise<Loaded> {
  const locale = await currentLocale();
  const { slug } = await params;
  const item = (await findNewsItem(locale, slug)) ?? (await findWithdrawal("news", slug));
  return item ? { locale, item } : notFound();
}
