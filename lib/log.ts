import pino from "pino";
import { logLevel } from "@/lib/env";
import { describeError } from "@/lib/log-errors";

/**
 * What the running site writes down, one JSON object a line. Never an address, a token or what
 * somebody typed.
 */
export const log = pino({
  level: logLevel(),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
});
