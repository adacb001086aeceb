import pino from "pino";
import { logLevel } from "@/lib/env";
import { describeError } from "@/lib/log-errors";
import { requestId } from "@/lib/process/request-context";

/** One JSON object a line. Never log an address, a token or what a person typed. */
export const log = pino({
  level: logLevel(),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
  mixin: () => {
    const id = requestId();
    return id ? { requestId: id } : {};
  },
});
