import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireReaderOfPreviews } from "@/app/dev/guard";
import { MailView } from "@/app/dev/mail-view";
import { listPreviews } from "@/app/dev/mails/previews";
import { PageHeader } from "@/components/ui/page-header";
import { siteUrl } from "@/lib/env";
import { toLocale } from "@/lib/i18n/locales";

export const metadata: Metadata = { title: "A kind of mail" };

type Props = {
  params: Promise<{ name: string }>;
  searchParams: Promise<{ locale?: string | string[] }>;
};

export default async function PreviewPage({ params, searchParams }: Props) {
  await requireReaderOfPreviews();
  const { name } = await params;
  const locale = toLocale([(await searchParams).locale].flat()[0]);
  const preview = listPreviews(locale, siteUrl()).find((candidate) => candidate.name === name);
  if (!preview) notFound();
  const mail = await preview.content();
  return (
    <>
      <PageHeader
        breadcrumbs={
          <p className="mb-4">
            <a href="/dev/mails">Back to all mails</a>
          </p>
        }
        title={mail.subject}
        lead={preview.name}
      />
      <MailView mail={mail} />
    </>
  );
}
