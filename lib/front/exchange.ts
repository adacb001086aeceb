import type { IncomingMessage, ServerResponse } from "node:http";
import type { Target } from "@/lib/front/requests/request-target";

/** A request for an address of the site, and its answer. */
export type RoutedRequest = { request: IncomingMessage; response: ServerResponse; target: Target };

/** One that memory does not answer. */
export type Exchange = RoutedRequest & {
  left: AbortSignal;
  body?: Buffer;
  /** What a page shows instead of what it would read: the answer to a form. */
  view?: object;
  /** Its body may be megabytes. */
  isUpload?: boolean;
};
