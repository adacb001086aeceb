import { createServer, get } from "node:http";

// What Node itself can do: the bytes and headers of a page, and nothing before they are sent.

const [port, url = ""] = process.argv.slice(2);
const ofConnection = ["date", "connection", "keep-alive"];

get(url, { headers: { "accept-encoding": "br" } }, (page) => {
  /** @type {Buffer[]} */
  const parts = [];
  page.on("data", (part) => parts.push(part));
  page.on("end", () => {
    const body = Buffer.concat(parts);
    const headers = Object.entries(page.headersDistinct).filter(
      ([name]) => !ofConnection.includes(name),
    );
    const head = headers.flatMap(([name, values]) => [name, String(values)]);
    createServer((_, response) => void response.writeHead(200, head).end(body)).listen(
      Number(port),
      "127.0.0.1",
    );
  });
});
