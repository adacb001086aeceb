import type { Entry } from "@/lib/content/mdx";
import type { NewsItem } from "@/lib/content/schema";

type Props = { item: Entry<NewsItem>; url: string; publisher: { name: string; url: string } };

/** The article for search engines, as schema.org's NewsArticle in JSON-LD. */
export function StructuredNews({ item, url, publisher }: Props) {
  const organisation = { "@type": "Organization", ...publisher };
  const article = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: item.title,
    description: item.description,
    ...datesOf(item),
    inLanguage: item.locale,
    url,
    mainEntityOfPage: url,
    author: organisation,
    publisher: organisation,
    ...(item.place && { contentLocation: { "@type": "Place", name: item.place } }),
  };
  // React does not escape what stands in a script; without "<" nothing can close it.
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(article).replaceAll("<", "\\u003c") }}
    />
  );
}

/** A summary was published when this site wrote it: what it reports is of another day. */
const datesOf = ({ date, summaryWritten }: NewsItem) =>
  summaryWritten
    ? { datePublished: summaryWritten, temporalCoverage: date }
    : { datePublished: date };
