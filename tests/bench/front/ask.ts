import { Agent, request as ask, type IncomingHttpHeaders } from "node:http";

export type Answered = {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  body: Buffer;
  /** Of the whole answer, head and body. */
  bytesOnTheWire: number;
  milliseconds: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks as a browser does, without decoding what comes. */
export function get(
  url: string,
  headers: Record<string, string> = { "accept-encoding": "br, gzip" },
): Promise<Answered> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const question = ask(url, { agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const body = Buffer.concat(parts);
        const head = answer.rawHeaders.reduce(
          (sum, text) => sum + text.length + 2,
          "HTTP/1.1 200 OK\r\n\r\n".length,
        );
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body,
          bytesOnTheWire: head + body.length,
          milliseconds: performance.now() - begin,
        });
      });
    });
    question.on("error", reject).end();
  });
}
