import { z } from "zod";

// What nodemailer says of an error, without the server's answer: that may repeat addresses.
const smtpError = z.object({
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
});

/**
 * Why a try failed, e.g. "ECONNREFUSED" or "EENVELOPE 550 at RCPT TO"; never an address, never a
 * word of the mail.
 */
export function describeFailure(error: unknown): string {
  const { code = "unknown error", command, responseCode } = smtpError.catch({}).parse(error);
  return [code, responseCode, command && `at ${command}`].filter(Boolean).join(" ");
}

/**
 * Whether the server has said that there is no such reader: trying again would only tell staff
 * later.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { command, responseCode } = smtpError.catch({}).parse(error);
  return command === "RCPT TO" && responseCode !== undefined && responseCode >= 500;
}

/**
 * Whether the server said anything at all: if not, it would not answer for the next mail either.
 */
export const hasAnswered = (error: unknown): boolean =>
  smtpError.catch({}).parse(error).responseCode !== undefined;
