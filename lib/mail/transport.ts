import { createTransport } from "nodemailer";
import { readEnv } from "@/lib/env";
import type { ClaimedMail } from "@/lib/mail/commands";
import { contactAddress } from "@/lib/mail/contact-address";

/** @throws when the mail server did not accept the mail */
export type SendMail = (mail: ClaimedMail) => Promise<void>;

// Nodemailer would wait up to ten minutes for a server that does not answer.
const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

/** `smtpUrl` is e.g. `smtps://name:password@mail.example.org`. */
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

/** One-click unsubscribe (RFC 8058). */
const unsubscribeHeaders = (url: string | null): Record<string, string> =>
  url
    ? { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
    : {};

/** The same for every try, so that duplicates can be recognised. */
const messageIdOf = (id: string): string => `<${id}@${contactAddress().split("@").at(-1)}>`;
