import { z } from "zod";

// Without the server's response, which may repeat addresses.
const smtpError = z.object({
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
});

/** E.g. "ECONNREFUSED" or "EENVELOPE 550 at RCPT TO"; no address, no content of the mail. */
export function describeFailure(error: unknown): string {
  const { code = "unknown error", command, responseCode } = smtpError.catch({}).parse(error);
  return [code, responseCode, command && `at ${command}`].filter(Boolean).join(" ");
}

/** The server rejected the recipient: retrying would only delay the notice to staff. */
export function isRefusedForGood(error: unknown): boolean {
  const { command, responseCode } = smtpError.catch({}).parse(error);
  return command === "RCPT TO" && responseCode !== undefined && responseCode >= 500;
}

/** Without any response, the server would not take the next mail either. */
export const hasAnswered = (error: unknown): boolean =>
  smtpError.catch({}).parse(error).responseCode !== undefined;
