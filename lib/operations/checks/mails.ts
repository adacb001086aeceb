import { hourMs, minuteMs } from "@/lib/durations";
import type { DatabaseReadings } from "@/lib/operations/database-queries";
import type { Finding } from "@/lib/operations/finding";
import type { Installation } from "@/lib/operations/installation";
import { hasPassed, spanSince } from "@/lib/operations/spans";

const mailLateAfter = { warning: 15 * minuteMs, error: 4 * hourMs };

export function judgeMails(
  { mails }: DatabaseReadings,
  { hasMailServer }: Installation,
  now: Date,
): Finding[] {
  const { oldestUndeliveredAt, failed } = mails;
  const findings: Finding[] = [];
  if (!hasMailServer)
    findings.push({
      check: "mail_server_missing",
      area: "mails",
      state: "warning",
      says: "There is no mail server. Emails are kept and go to nobody.",
      advice: "Set SMTP_URL. What was written before stays kept.",
    });
  if (
    hasMailServer &&
    oldestUndeliveredAt &&
    hasPassed(mailLateAfter.warning, oldestUndeliveredAt, now)
  )
    findings.push({
      check: "mail_late",
      area: "mails",
      state: hasPassed(mailLateAfter.error, oldestUndeliveredAt, now) ? "error" : "warning",
      says: `An email has waited for ${spanSince(oldestUndeliveredAt, now)}. Residents cannot confirm without theirs.`,
      advice: "Look whether the mail server answers. The site tries again by itself.",
    });
  if (failed > 0)
    findings.push({
      check: "mail_failed",
      area: "mails",
      state: "warning",
      says:
        failed === 1
          ? "An email could not be delivered."
          : `${failed} emails could not be delivered.`,
      advice: "The queue of applications lists them: send them again, or dismiss them.",
    });
  return findings;
}
