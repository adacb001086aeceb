import {
  createServer,
  request as ask,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterEach, vi } from "vitest";
import { FrontDoor } from "@/lib/front/front-door";
import type { FrontDoorSettings } from "@/lib/front/front-door-settings";
import type { NextHandler } from "@/lib/front/pages/render";
import { parseStyleSheets } from "@/lib/front/markup/style-sheets";

// The front door on a real server, before a stand-in for Next.

/** As Next names the action of a form. */
export const actionId = "40".padEnd(42, "0123456789abcdef");

export const css = "h1{font-weight:800}";
const noScripts: ReadonlyMap<string, string> = new Map();

/** Of the one who is signed in. */
export const staffToken = "a-token-of-staff";

/** In the links of two applications that files may be added to. */
export const applicantTokens = ["a-token-of-ghent", "a-token-of-antwerp"];

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
  vi.restoreAllMocks();
});

/** Answers as Next does: a page with scripts for every address. It notes what reached it. */
function aSite() {
  const site = {
    asked: [] as {
      method: string;
      url: string;
      headers: IncomingMessage["headers"];
      body: string;
    }[],
    isReachable: true,
    answer: (request: IncomingMessage, response: ServerResponse): unknown => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("set-cookie", "visitor=1");
      return response.end(
        `<h1>${request.url} at ${request.headers.host}</h1><script>self.__next_f.push([1])</script>`,
      );
    },
  };
  const next: NextHandler = async (request, response) => {
    const body = await text(request);
    const sent = new Promise((resolve) => response.once("finish", resolve).once("close", resolve));
    site.asked.push({
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body,
    });
    await site.answer(request, response);
    await sent;
  };
  return { site, next };
}

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

type Options = Partial<
  Pick<
    FrontDoorSettings,
    | "siteUrl"
    | "scripts"
    | "bodyLimits"
    | "files"
    | "residentPageAt"
    | "keepsJoinForm"
    | "dictionaryPages"
    | "hasProxy"
    | "logged"
    | "patternOf"
    | "meter"
    | "untilAllAccepted"
  >
>;

/** Opens a front door until the end of the test. `get` asks it, `site` is what stands behind it. */
export function openFrontDoor({
  siteUrl = "https://coalition.example",
  scripts = noScripts,
  bodyLimits,
  files = () => false,
  residentPageAt,
  dictionaryPages = [],
  ...watching
}: Options = {}) {
  const { site, next } = aSite();
  const mayAddFiles = vi.fn((token: string) => Promise.resolve(applicantTokens.includes(token)));
  const door = new FrontDoor(next, {
    siteUrl,
    pageMemoryBytes: 1_000_000,
    state: () => ({ version: "1", isReachable: site.isReachable }),
    isReachable: () => Promise.resolve(site.isReachable),
    files,
    styleSheets: parseStyleSheets([["/site.css", css]]),
    scripts,
    staffCookie: "staff-session",
    isStaffToken: (token) => Promise.resolve(token === staffToken),
    mayAddFiles,
    bodyLimits,
    residentPageAt,
    dictionaryPages,
    ...watching,
  });
  const server = createServer(door.handle).listen(0);
  servers.push(server);
  const { port } = server.address() as AddressInfo;

  type Question = { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer };
  const get = (path: string, { method = "GET", headers, body }: Question = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const question = ask({ port, path, method, headers, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts),
          }),
        );
      });
      question.on("error", reject).end(body);
    });
  /** Begins to send a form, and ends it when the test says so. */
  const post = (path: string) => {
    const question = ask({
      port,
      path,
      method: "POST",
      agent: false,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    const answer = new Promise<Pick<Answer, "status" | "headers">>((resolve, reject) => {
      question.on("response", (response) => {
        const { statusCode: status = 0, headers } = response.resume();
        resolve({ status, headers });
      });
      question.on("error", reject);
    });
    question.write("name=");
    return { answer, finish: () => void question.end("Ghent") };
  };
  const countConnections = promisify(server.getConnections.bind(server));
  return { site, mayAddFiles, get, post, port, countConnections };
}
