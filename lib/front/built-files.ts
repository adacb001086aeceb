import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

const prefix = "/_next/static/";
const aYear = 31_536_000;

/** Serves what bin/compress-built-files.mjs made. Returns whether the request is for such files. */
export function builtFiles(folder = ".next/static") {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    immutable: true,
    maxAge: aYear,
  });
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { url } = request;
    if (!url?.startsWith(prefix)) return false;
    let isFile = true;
    request.url = `/${url.slice(prefix.length)}`;
    serve(request, response, () => {
      request.url = url;
      isFile = false;
    });
    return isFile;
  };
}
