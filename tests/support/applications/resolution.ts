import { defaultLocale } from "@/lib/i18n/locales";
import { documentPdf } from "@/lib/pdf/document-pdf";

/** A resolution as a PDF. */
export const resolution = Buffer.from(
  await documentPdf({
    locale: defaultLocale,
    title: "Resolution of the council",
    lead: "The city joins.",
    subject: "Digital rights",
    writtenOn: new Date("2026-10-19"),
    sections: [],
  }),
);
