import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireReaderOfOutbox } from "@/app/dev/guard";
import { MailView } from "@/app/dev/mail-view";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptMail } from "@/lib/mail/queries";

export const metadata: Metadata = { title: "A mail in the outbox" };

export default async function KeptMailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireReaderOfOutbox();
  const { data: id } = z.uuid().safeParse((await params).id);
  const mail = id ? await findKeptMail(id) : null;
  if (!mail) notFound();
  return (
    <>
      <PageHeader
        breadcrumbs={
          <p className="mb-4">
            <a href="/dev/outbox">Back to the outbox</a>
          </p>
        }
        title={mail.subject}
        lead={`To ${mail.recipient}`}
      />
      <MailView mail={{ html: mail.html ?? "", text: mail.text ?? "" }} />
    </>
  );
}
