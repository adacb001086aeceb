import type { Metadata } from "next";
import { requireReaderOfPreviews } from "@/app/dev/guard";
import { listPreviews } from "@/app/dev/mails/previews";
import { PageHeader } from "@/components/ui/page-header";
import { siteUrl } from "@/lib/env";
import { locales, nameOfLocale } from "@/lib/i18n/locales";

export const metadata: Metadata = { title: "Mails" };

export default async function PreviewsPage() {
  await requireReaderOfPreviews();
  const languages = await Promise.all(
    locales.map(async (locale) => {
      const previews = listPreviews(locale, siteUrl()).map(async ({ name, content }) => ({
        name,
        subject: (await content()).subject,
      }));
      return { locale, previews: await Promise.all(previews) };
    }),
  );
  return (
    <>
      <PageHeader title="Mails" lead="Every kind of mail that the site sends, with sample data." />
      {languages.map(({ locale, previews }) => (
        <section key={locale} className="mb-10">
          <h2 className="mb-3">{nameOfLocale(locale)}</h2>
          <ul className="divide-y divide-line-soft border-y border-line-soft">
            {previews.map(({ name, subject }) => (
              <li key={name} className="py-3">
                <a href={`/dev/mails/${name}?locale=${locale}`} lang={locale}>
                  {subject}
                </a>
                <p className="text-ink-soft">{name}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
