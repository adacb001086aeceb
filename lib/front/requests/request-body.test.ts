import { PassThrough } from "node:stream";
import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { BodyReader, RefusedBody, VisitorLeft } from "@/lib/front/requests/request-body";

const limits = { maxBytes: 10, timeoutMs: 100, maxAtOnce: 2 };

/** A request of which the test sends the body. */
const aRequest = (headers: IncomingMessage["headers"] = {}) =>
  Object.assign(new PassThrough(), { headers }) as unknown as PassThrough & IncomingMessage;

test("a body is read byte by byte, up to its limit", async () => {
  const request = aRequest();
  const body = new BodyReader(limits).read(request);
  for (const byte of "0123456789") request.write(byte);
  request.end();
  expect((await body).toString()).toBe("0123456789");
});

test("one byte too many is refused, announced or not", async () => {
  const reader = new BodyReader(limits);
  await expect(reader.read(aRequest({ "content-length": "11" }))).rejects.toEqual(
    new RefusedBody(413),
  );
  const request = aRequest();
  const body = reader.read(request);
  request.end("0123456789a");
  await expect(body).rejects.toEqual(new RefusedBody(413));
});

test("a body that stalls is refused when its time is over", async () => {
  const request = aRequest();
  const body = new BodyReader(limits).read(request);
  request.write("0");
  await expect(body).rejects.toMatchObject({ status: 408 });
});

test("of too many at once the one that began first is refused", async () => {
  const reader = new BodyReader(limits);
  const requests = [aRequest(), aRequest(), aRequest()];
  const [first, second, third] = requests.map((request) => reader.read(request));
  await expect(first).rejects.toMatchObject({ status: 503 });
  for (const request of requests) request.end("x");
  expect(String(await second)).toBe("x");
  expect(String(await third)).toBe("x");
});

test("of one sender the later body is read, whatever others send", async () => {
  const reader = new BodyReader(limits);
  const [other, first, second] = [aRequest(), aRequest(), aRequest()];
  const others = reader.read(other, "other");
  const earlier = reader.read(first, "ghent");
  const later = reader.read(second, "ghent");
  await expect(earlier).rejects.toMatchObject({ status: 503 });
  other.end("x");
  second.end("y");
  expect([String(await others), String(await later)]).toEqual(["x", "y"]);
});

test("nobody waits for the body of a visitor who has left", async () => {
  const request = aRequest();
  const body = new BodyReader(limits).read(request);
  request.destroy();
  await expect(body).rejects.toBeInstanceOf(VisitorLeft);
});
