import { IncomingMessage, type IncomingHttpHeaders } from "node:http";

const internal =
  /^(content-security-policy|x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path|x-now-|x-prerender-|x-vercel-|rsc$|next-(?!action$))/;

/** Only Next may say these to itself. `next-action` stays: it names the action of a form. */
export function dropInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (internal.test(name)) Reflect.deleteProperty(headers, name);
  }
}

/** Next would build addresses of its own from these. */
const proxyHeaders = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];

/** Next compares `Origin` with `Host` before it runs an action: both become the public address. */
export function setPublicAddress(headers: IncomingHttpHeaders, siteUrl: URL): void {
  for (const name of proxyHeaders) Reflect.deleteProperty(headers, name);
  headers.host = siteUrl.host;
  if (headers.origin !== undefined) headers.origin = siteUrl.origin;
}

export const isSentByScript = ({ headers }: Pick<IncomingMessage, "headers">): boolean =>
  headers["next-action"] !== undefined;

/** Next logs an id that it does not know, so nothing but an id may come in. */
export const hasValidActionId = ({ headers }: Pick<IncomingMessage, "headers">): boolean =>
  !isSentByScript({ headers }) || /^[0-9a-f]{40,64}$/.test(String(headers["next-action"]));

const personal = ["cookie", "authorization", "next-action"];

export const withoutPersonalHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !personal.includes(name)));

const ofBody = ["content-type", "content-length", "transfer-encoding"];

export const withoutForm = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofBody.includes(name)));

/** Null for what is no form. */
export const formOf = (type: string | undefined, body?: Buffer): Promise<FormData | null> =>
  type && body
    ? new Response(new Uint8Array(body), { headers: { "content-type": type } })
        .formData()
        .catch(() => null)
    : Promise.resolve(null);

export const isRead = ({ method }: Pick<IncomingMessage, "method">): boolean =>
  method === "GET" || method === "HEAD";

/** Browsers send `Origin` with every change, programs need not. "null" counts as another site. */
export function isCrossOrigin(
  { method, headers }: Pick<IncomingMessage, "method" | "headers">,
  siteHost: string,
): boolean {
  if (isRead({ method }) || headers.origin === undefined) return false;
  const origin = URL.parse(headers.origin)?.host;
  return origin !== siteHost && origin !== headers.host;
}

/** Next answers a form that breaks off with 500, and logs it: anybody could fill the log. */
export function isWholeForm({ headers }: Pick<IncomingMessage, "headers">, body: Buffer): boolean {
  const type = headers["content-type"] ?? "";
  if (!/^\s*multipart\/form-data\b/i.test(type)) return true;
  const [, quoted, bare] = /\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  return boundary !== undefined && body.includes(`--${boundary}--`);
}

export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion } = request;
  const { httpVersionMajor, httpVersionMinor } = request;
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion });
  Object.assign(copy, { httpVersionMajor, httpVersionMinor, complete: true });
  copy.push(body);
  copy.push(null);
  return copy;
}
