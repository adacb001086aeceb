import { expect, test, vi } from "vitest";
import type { Meter } from "@/lib/front/meter";
import { log } from "@/lib/log";
import { requestId } from "@/lib/process/request-context";
import { openFrontDoor } from "@/tests/support/front-door";
