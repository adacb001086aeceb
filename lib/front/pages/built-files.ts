import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import sirv from "sirv";

const prefix = "/_next/static/";
const aYear = 31_536_000;

/** Serves what bin/compress-built-files.mjs made. Returns whether the request is for such files. */
export function builtFiles(folder = ".next/static") {
  const serve = sirv(folder, {
    // Looks for each file when it is asked for: another build may have replaced it meanwhile.
    dev: true,
    extensions: [],
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response) =>
      void response.setHeader("cache-control", `public,max-age=${aYear},immutable`),
    onNoMatch: (_, response) =>
      void response.writeHead(404, { "cache-control": "no-store", "content-length": 0 }).end(),
  });
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { url } = request;
    if (!url?.startsWith(prefix)) return false;
    // Whoever opens a file must hear that it cannot be read, or the process does.
    response.once("pipe", (file: Readable) => file.once("error", () => response.destroy()));
    request.url = `/${url.slice(prefix.length)}`;
    serve(request, response);
    request.url = url;
    return true;
  };
}
