import type { IncomingMessage, ServerResponse } from "node:http";
import type { InlineScripts } from "@/lib/front/markup/inline-scripts";
import type { StyleSheets } from "@/lib/front/markup/style-sheets";
import type { Meter } from "@/lib/front/meter";
import type { PageMemorySettings, SiteState } from "@/lib/front/pages/page-memory";
import type { ResidentPage } from "@/lib/front/pages/resident-pages";
import type { BodyLimits } from "@/lib/front/requests/request-body";
import type { LoggedRequests } from "@/lib/front/requests/request-log";
import type { Target } from "@/lib/front/requests/request-target";
import type { PatternOf } from "@/lib/front/route-patterns";

export type FrontDoorSettings = {
  /** Pages are rendered for this address, whatever host a request names. */
  siteUrl: string;
  pageMemoryBytes: number;
  state: () => SiteState;
  mayServeStale?: PageMemorySettings["mayServeStale"];
  /** Asks the database itself; `state` may be a moment old. */
  isReachable: () => Promise<boolean>;
  /** Until no connection waits to be accepted. Without it, work begins in the next turn. */
  untilAllAccepted?: () => Promise<void>;
  files: (request: IncomingMessage, response: ServerResponse) => boolean;
  styleSheets: StyleSheets;
  scripts: InlineScripts;
  staffCookie: string;
  /** Whether this is the token of somebody who is signed in: they may upload. */
  isStaffToken: (token: string) => Promise<boolean>;
  /** Whether this token is in a link to an application that files may be added to. */
  mayAddFiles: (token: string) => Promise<boolean>;
  bodyLimits?: BodyLimits;
  /** The page there, if it is one whose forms are answered here. */
  residentPageAt?: (target: Target) => ResidentPage | null;
  /** Whether the join form is kept in memory, and fetches its scripts as one file. */
  keepsJoinForm?: boolean;
  /** Paths without their language: compression dictionaries are made of these pages. */
  dictionaryPages?: readonly `/${string}`[];
  /** Whether a proxy stands before this site, whose numbers of requests can be taken on. */
  hasProxy?: boolean;
  logged?: LoggedRequests;
  patternOf?: PatternOf;
  meter?: Meter;
  isDevelopment?: boolean;
};
