import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

const internal = /^(content-security-policy|x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path|x-now-|x-prerender-|x-vercel-|rsc$|next-(?!action$))/;

/** Takes away what only Next itself may say to itself. `next-action` stays: it is the form that is posted. */
export function dropInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (internal.test(name)) Reflect.deleteProperty(headers, name);
}

/** Whether a page's script posts its form. The answer is for the script, not a page. */
export const isSentByScript = ({ headers }: Pick<IncomingMessage, "headers">): boolean => headers["next-action"] !== undefined;

const personal = ["cookie", "authorization", "next-action"];

/** What a page without scripts may know of a request: not who asks, nor what only scripts say. */
export const impersonal = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !personal.includes(name)));

/**
 * Whether a page of another site sends this, or one that hides where it stands. Browsers say it of all that changes something;
 * programs say nothing.
 * @param siteHost of the site's public address; the host that was asked is as good
 */
export function isFromElsewhere({ method, headers }: Pick<IncomingMessage, "method" | "headers">, siteHost: string): boolean {
  if (method === "GET" || method === "HEAD" || headers.origin === undefined) return false;
  const origin = URL.parse(headers.origin)?.host;
  return origin !== siteHost && origin !== headers.host;
}

/** More than any form of the site has. */
const maxBodyBytes = 1_000_000;

/**
 * Nothing behind this door gets a body of more than that.
 * @param onTooLarge called once, when such a body is announced or grows beyond the limit, with what is awaited until its rest was dropped
 * @returns whether it may be read
 */
export function limitBody(request: IncomingMessage, onTooLarge: (rest: Promise<void>) => void): boolean {
  const { promise: rest, resolve: onEnd }: PromiseWithResolvers<void> = Promise.withResolvers();
  // Node hands each piece that arrives to push. Listening for "data" instead would set the stream flowing before its reader is there.
  const push = request.push.bind(request);
  const announced = Number(request.headers["content-length"] ?? 0);
  let bytes = announced > maxBodyBytes ? announced : 0;
  request.push = (piece: Buffer | null) => {
    const before = bytes;
    bytes += piece?.length ?? 0;
    if (bytes <= maxBodyBytes) return push(piece);
    if (before <= maxBodyBytes) onTooLarge(rest);
    if (piece === null) onEnd();
    return true;
  };
  if (announced <= maxBodyBytes) return true;
  onTooLarge(rest);
  return false;
}
