import { createServer, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, vi } from "vitest";
import { frontDoor } from "@/lib/front/front-door";

// The front door on a real server, before a stand-in for Next.

export const css = "h1{font-weight:800}";
const noScripts: ReadonlyMap<string, string> = new Map();

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
  vi.restoreAllMocks();
});

/** Answers as Next does: a page with scripts for every address. It notes what reached it. */
function aSite() {
  const site = {
    asked: [] as { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[],
    isReachable: true,
    answer: (request: IncomingMessage, response: ServerResponse) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("set-cookie", "visitor=1");
      response.end(`<h1>${request.url} at ${request.headers.host}</h1><script>self.__next_f.push([1])</script>`);
    },
  };
  const next: RequestListener = (request, response) => {
    void text(request).then(
      (body) => {
        site.asked.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
        site.answer(request, response);
      },
      () => undefined,
    );
  };
  return { site, next };
}

/** Opens a front door until the end of the test. `get` asks it, `site` is what stands behind it. */
export function openFrontDoor({ siteUrl = "https://coalition.example", scripts = noScripts } = {}) {
  const { site, next } = aSite();
  const state = () => ({ version: "1", isReachable: site.isReachable });
  const files: Parameters<typeof frontDoor>[1]["files"] = (_, __, otherwise) => otherwise();
  const isReachable = () => Promise.resolve(site.isReachable);
  const door = frontDoor(next, { siteUrl, pageMemoryBytes: 1_000_000, state, isReachable, files, styleSheets: new Map([["/site.css", css]]), scripts });
  const server = createServer(door).listen(0);
  servers.push(server);
  const { port } = server.address() as AddressInfo;

  type Question = { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer };
  const get = (path: string, { method = "GET", headers, body }: Question = {}) =>
    new Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }>((resolve, reject) => {
      const question = ask({ port, path, method, headers, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
      });
      question.on("error", reject).end(body);
    });
  return { site, get, port };
}
