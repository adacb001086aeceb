import { createTransport } from "nodemailer";
import { readEnv } from "@/lib/env";
import type { ClaimedMail } from "@/lib/mail/commands";
import { contactAddress } from "@/lib/mail/contact-address";

/** Hands one mail to the mail server. @throws when the server did not take it */
export type SendMail = (mail: ClaimedMail) => Promise<void>;

// A server that does not answer must not hold a mail for nodemailer's default of ten minutes.
const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

/** The way to the mail server at `smtpUrl`, e.g. `smtps://name:password@mail.example.org`. */
export function smtpSender(smtpUrl: string): SendMail {
  const transport = createTransport({
    url: smtpUrl,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail) => {
    await transport.sendMail({
      from: readEnv().MAIL_FROM,
      to: { name: "", address: mail.recipient },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: messageIdOf(mail.id),
      headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(mail.unsubscribeUrl) },
    });
  };
}

/** Lets a mail program show a button that stops such mails with one POST (RFC 8058). */
const unsubscribeHeaders = (url: string | null): Record<string, string> =>
  url
    ? { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
    : {};

/** The same for every try, so that a mail that arrives twice is known as one. */
const messageIdOf = (id: string): string => `<${id}@${contactAddress().split("@").at(-1)}>`;
