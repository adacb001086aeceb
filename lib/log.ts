import pino from "pino";
import { readEnv } from "@/lib/env";

/** What the running site writes down, one JSON object a line. Never an address, a token or what somebody typed. */
export const log = pino({ level: readEnv().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
