import pino from "pino";
import { logLevel } from "@/lib/env";
import { describeError } from "@/lib/log-errors";

/** One JSON object a line. Never log an address, a token or what a person typed. */
export const log = pino({
  level: logLevel(),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
});
