import { deliverNextMail } from "@/lib/mail/delivery";
import { smtpSender } from "@/lib/mail/transport";

// A process of its own that delivers one mail to SMTP_URL, for tests that kill it.
await deliverNextMail(smtpSender(process.env.SMTP_URL ?? ""));
process.exit();
