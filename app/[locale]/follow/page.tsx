import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { CalendarLinks } from "@/components/calendar/calendar-links";
import { FeedList } from "@/components/feeds/feed-list";
import { PageHeader } from "@/components/ui/page-header";
import { feedNames } from "@/lib/feeds/feeds";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "follow");
  const texts = { title: t("title"), description: t("lead") };
  return pageMetadata(locale, "/follow", { ...texts, feeds: feedNames });
}

export default async function FollowPage() {
  const locale = await currentLocale();
  const t = translator(locale, "follow");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="max-w-text space-y-12">
        <section aria-labelledby="feeds">
          <h2 id="feeds">{t("feedsTitle")}</h2>
          <p className="mt-2 mb-5">{t("feedsText")}</p>
          <FeedList locale={locale} />
        </section>
        <section aria-labelledby="calendar">
          <h2 id="calendar">{t("calendarTitle")}</h2>
          <p className="mt-2 mb-3">{t("calendarText")}</p>
          <CalendarLinks locale={locale} />
        </section>
        <section aria-labelledby="website">
          <h2 id="website">{t("websiteTitle")}</h2>
          <p className="mt-2">
            {t.rich("websiteText", {
              embed: (chunks) => <a href={href(locale, "/embed")}>{chunks}</a>,
            })}
          </p>
        </section>
      </div>
    </>
  );
}
