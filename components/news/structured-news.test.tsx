import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StructuredNews } from "@/components/news/structured-news";
import { findNewsFile } from "@/lib/content/queries";
import { defaultLocale } from "@/lib/i18n/locales";

const publisher = {
  name: "Cities Coalition for Digital Rights",
  url: "https://citiesfordigitalrights.org",
};

test("a headline cannot end the script that it stands in, and is read as it was written", async () => {
  const campaign = await findNewsFile(defaultLocale, "2019-03-28-cities-set-out-to-be-one-hundred");
  if (!campaign) throw new Error("The campaign's article is missing.");
  const title = "</script><script>alert(1)</script>";
  const markup = renderToStaticMarkup(
    <StructuredNews
      item={{ ...campaign, title }}
      url="https://citiesfordigitalrights.org/en/news/campaign"
      publisher={publisher}
    />,
  );
  const [, json = ""] =
    /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(markup) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    "@type": "NewsArticle",
    headline: title,
    temporalCoverage: "2019-03-28",
    datePublished: campaign.summaryWritten,
    contentLocation: { name: "New York" },
  });
});
