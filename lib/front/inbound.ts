import type { IncomingHttpHeaders } from "node:http";

const dropped = /^(content-security-policy|x-middleware-|x-nextjs-|x-invoke-|x-matched-path|x-next-|rsc$|next-router-|next-url$|next-resume)/;

/** Takes away what only Next itself may say to itself. `next-action` stays: it is the form that is posted. */
export function dropInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (dropped.test(name)) delete headers[name];
}

/** More than any form of the site has. */
export const maxBodyBytes = 1_000_000;
