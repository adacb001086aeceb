import type { Metadata } from "next";
import { requireReaderOfOutbox } from "@/app/dev/guard";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/i18n/locales";
import { formatter } from "@/lib/i18n/translator";
import { listKeptMails } from "@/lib/mail/queries";

export const metadata: Metadata = { title: "Outbox" };

export default async function OutboxPage() {
  await requireReaderOfOutbox();
  const mails = await listKeptMails();
  const { dateTime } = formatter(defaultLocale);
  return (
    <>
      <PageHeader
        title="Outbox"
        lead="No mail server is set (SMTP_URL), so mails are kept here. Only this machine can read them."
      />
      {mails.length === 0 ? <p>No mail has been written yet.</p> : null}
      <ol className="divide-y divide-line-soft border-y border-line-soft">
        {mails.map((mail) => (
          <li key={mail.id} className="py-4">
            <a href={`/dev/outbox/${mail.id}`} className="font-bold">
              {mail.subject}
            </a>
            <p className="text-ink-soft">
              To {mail.recipient},{" "}
              <time dateTime={mail.createdAt.toISOString()}>
                {dateTime(mail.createdAt, { dateStyle: "medium", timeStyle: "medium" })} UTC
              </time>
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-8">
        <a href="/dev/mails">See every kind of mail with sample data</a>
      </p>
    </>
  );
}
