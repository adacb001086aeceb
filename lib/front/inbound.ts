import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

const internal = /^(content-security-policy|x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path|x-now-|x-prerender-|x-vercel-|rsc$|next-(?!action$))/;

/** Takes away what only Next itself may say to itself. `next-action` stays: it is the form that is posted. */
export function dropInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (internal.test(name)) Reflect.deleteProperty(headers, name);
}

const personal = ["cookie", "authorization", "next-action"];

/** What a page without scripts may know of a request: not who asks, nor what only scripts say. */
export const impersonal = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !personal.includes(name)));

/** More than any form of the site has. */
const maxBodyBytes = 1_000_000;

/** Calls back at most once, when a body is announced or grows beyond the limit. Nothing behind this door gets more than that. */
export function limitBody(request: IncomingMessage, onTooLarge: () => void): void {
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) return onTooLarge();

  // Node hands each piece that arrives to push. Listening for "data" instead would set the stream flowing before its reader is there.
  const push = request.push.bind(request);
  let bytes = 0;
  request.push = (piece: Buffer | null) => {
    const before = bytes;
    bytes += piece?.length ?? 0;
    if (bytes <= maxBodyBytes) return push(piece);
    if (before <= maxBodyBytes) onTooLarge();
    return true;
  };
}
