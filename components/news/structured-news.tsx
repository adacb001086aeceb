import type { NewsArticle, Organization } from "schema-dts";
import { StructuredData } from "@/components/ui/structured-data";
import type { Entry } from "@/lib/content/mdx";
import type { NewsItem } from "@/lib/content/schema";

type Props = { item: Entry<NewsItem>; url: string; publisher: { name: string; url: string } };

export function StructuredNews({ item, url, publisher }: Props) {
  const organisation: Organization = { "@type": "Organization", ...publisher };
  const article: NewsArticle = {
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
  return <StructuredData data={{ "@context": "https://schema.org", ...article }} />;
}

/** A summary was published on the day when this site wrote it, not on the day of its news. */
const datesOf = ({ date, summaryWritten }: NewsItem) =>
  summaryWritten
    ? { datePublished: summaryWritten, temporalCoverage: date }
    : { datePublished: date };
