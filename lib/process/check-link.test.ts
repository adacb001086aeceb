import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkLink, maxRedirects, type Network } from "@/lib/process/check-link";

const publicAddress = "193.190.70.1";

let asked: string[] = [];
let connectedTo: string[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.headers.host}${request.url}`);
  answer(request, response);
});

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  connectedTo = [];
  answer = (_, response) => response.end();
});

/** Every connection leads to the server of this test. */
class LocalAgent extends Agent {
  override createConnection({ host }: { host?: string }) {
    connectedTo.push(host ?? "");
    return connect((server.address() as AddressInfo).port, "127.0.0.1");
  }
}

const internet = (addressesOf: (name: string) => string[] = () => [publicAddress]): Network => ({
  resolve: (name) => Promise.resolve(addressesOf(name)),
  agent: new LocalAgent(),
});

test("a link is asked for its head alone, without cookies or credentials", async () => {
  let headers: IncomingMessage["headers"] = {};
  answer = (request, response) => {
    headers = request.headers;
    response.end();
  };
  expect(await checkLink("http://stad.example/besluit?nr=7#top", internet())).toEqual({
    status: 200,
  });
  expect(asked).toEqual(["HEAD stad.example/besluit?nr=7"]);
  expect(Object.keys(headers).sort()).toEqual(["accept", "connection", "host", "user-agent"]);
});

test("where a server knows no HEAD, a few bytes are asked for, and no more are waited for", async () => {
  let range: string | undefined;
  answer = (request, response) => {
    if (request.method === "HEAD") return void response.writeHead(405).end();
    range = request.headers.range;
    // Never ends: whoever waits for the body waits for ever.
    response.writeHead(200).write("Besluit van de gemeenteraad");
  };
  expect(await checkLink("http://stad.example/", internet())).toEqual({ status: 200 });
  expect({ asked, range }).toEqual({
    asked: ["HEAD stad.example/", "GET stad.example/"],
    range: "bytes=0-63",
  });
});

test("what is not there is told by its status", async () => {
  answer = (_, response) => response.writeHead(404).end();
  expect(await checkLink("http://stad.example/", internet())).toEqual({ status: 404 });
});

test.each([
  "ftp://stad.example/",
  "file:///etc/passwd",
  "gopher://stad.example/",
  "javascript:alert(1)",
  "http://stad.example:8080/",
  "http://stad.example:22/",
  "https://stad.example:80/",
  "http://name:word@stad.example/",
  "http://name@stad.example/",
  "no link",
])("%s is not asked", async (link) => {
  expect(await checkLink(link, internet())).toEqual({ failure: "not_allowed" });
  expect(connectedTo).toEqual([]);
});

test.each([
  "http://127.0.0.1/",
  "http://127.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0177.0.0.1/",
  "http://0/",
  "http://10.0.0.1/",
  "http://169.254.169.254/latest/meta-data/",
  "http://168.63.129.16/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[fd00:ec2::254]/",
  "http://[fe80::1]/",
  "http://[64:ff9b::7f00:1]/",
])("%s leads inward, and is not asked", async (link) => {
  expect(await checkLink(link, internet())).toEqual({ failure: "not_public" });
  expect(connectedTo).toEqual([]);
});

test.each([
  [["127.0.0.1"]],
  [["::1"]],
  [["169.254.169.254"]],
  [["::ffff:10.0.0.1"]],
  [[publicAddress, "10.0.0.1"]],
])("a name of %j is not asked", async (addresses) => {
  expect(
    await checkLink(
      "http://inward.example/",
      internet(() => addresses),
    ),
  ).toEqual({
    failure: "not_public",
  });
  expect(connectedTo).toEqual([]);
});

test("the address that was looked at is the one that is asked, whatever the name says later", async () => {
  const answers = [[publicAddress], ["127.0.0.1"]];
  await checkLink(
    "http://turning.example/",
    internet(() => answers.shift() ?? []),
  );
  expect(connectedTo).toEqual([publicAddress]);
});

test("redirects are followed", async () => {
  answer = (request, response) =>
    request.url === "/old"
      ? response.writeHead(301, { location: "/new" }).end()
      : response.writeHead(200).end();
  expect(await checkLink("http://stad.example/old", internet())).toEqual({ status: 200 });
  expect(asked).toEqual(["HEAD stad.example/old", "HEAD stad.example/new"]);
});

test.each([
  ["http://127.0.0.1/admin", "not_public"],
  ["http://inward.example/", "not_public"],
  ["http://stad.example:8080/", "not_allowed"],
  ["file:///etc/passwd", "not_allowed"],
  ["http://name:word@stad.example/", "not_allowed"],
])("a redirect to %s is not followed", async (location, failure) => {
  answer = (_, response) => response.writeHead(302, { location }).end();
  const addressesOf = (name: string) => [name.startsWith("inward") ? "10.0.0.1" : publicAddress];
  expect(await checkLink("http://stad.example/", internet(addressesOf))).toEqual({ failure });
  expect(asked).toEqual(["HEAD stad.example/"]);
});

test("redirects come to an end", async () => {
  answer = (_, response) => response.writeHead(302, { location: "/again" }).end();
  expect(await checkLink("http://stad.example/", internet())).toEqual({
    failure: "too_many_redirects",
  });
  expect(asked).toHaveLength(1 + maxRedirects);
});

test("a name that nobody has is told as such", async () => {
  const network = { resolve: () => Promise.reject(new Error("ENOTFOUND")) };
  expect(await checkLink("http://nowhere.example/", network)).toEqual({ failure: "no_such_name" });
});

test("a server that hangs up cannot be reached", async () => {
  answer = (request) => void request.socket.destroy();
  expect(await checkLink("http://stad.example/", internet())).toEqual({ failure: "unreachable" });
});

test("one link is asked at a time, and who comes when too many wait is sent away", async () => {
  let atOnce = 0;
  let most = 0;
  answer = (_, response) => {
    most = Math.max(most, ++atOnce);
    setImmediate(() => {
      atOnce -= 1;
      response.end();
    });
  };
  const answers = await Promise.all(
    Array.from({ length: 9 }, () => checkLink("http://stad.example/", internet())),
  );
  expect(most).toBe(1);
  expect(answers.filter((each) => each === null)).toHaveLength(3);
});

test("a server that never answers, and a name that nobody resolves, are too slow", async () => {
  answer = () => undefined;
  expect(await checkLink("http://silent.example/", internet(), 100)).toEqual({
    failure: "too_slow",
  });
  const network = { resolve: () => new Promise<never>(() => undefined) };
  expect(await checkLink("http://unresolved.example/", network, 100)).toEqual({
    failure: "too_slow",
  });
});
