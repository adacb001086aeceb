import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

const prefix = "/_next/static/";
const aYear = 31_536_000;

/**
 * Answers for the files that the build has fingerprinted: kept by browsers for good, in the forms
 * that `bin/compress-built-files.mjs` made.
 * @returns whether the request is for one of them
 */
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
