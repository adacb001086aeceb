import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RequestLog, type LoggedRequests } from "@/lib/front/requests/request-log";
import { parseTarget } from "@/lib/front/requests/request-target";
import { matchPatterns } from "@/lib/front/route-patterns";

const patternOf = matchPatterns([
  "/[locale]/applications/[token]",
  "/[locale]/cities/[slug]",
  "/[locale]/cities/near",
  "/[locale]/card/[[...path]]",
  "/data/v1/[...path]",
]);

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

function aLog(which: LoggedRequests) {
  const lines: Record<string, unknown>[] = [];
  const write = (line: object) => void lines.push(line as Record<string, unknown>);
  const log = new RequestLog(which, patternOf, { info: write, warn: write });
  const answer = (path: string, status: number, seconds = 0.01) =>
    log.write({
      request: { method: "GET" },
      response: { statusCode: status, writableFinished: true },
      target: parseTarget(path)!,
      seconds,
    });
  return { lines, answer };
}

test("a line holds the pattern of the address, and nothing of a token or a search", () => {
  const { lines, answer } = aLog("all");
  answer("/en/applications/a-token-that-acts-for-ghent?problem=zoe@ghent.example", 200);
  expect(lines).toEqual([
    {
      method: "GET",
      route: "private",
      pattern: "/[locale]/applications/[token]",
      status: 200,
      ms: 10,
    },
  ]);
});

test("only what fails or takes long gets a line, unless an operator asks for more", () => {
  const logged = (which: LoggedRequests) => {
    const { lines, answer } = aLog(which);
    answer("/en/cities/ghent", 200);
    answer("/en/cities/nowhere", 404);
    answer("/en/cities/ghent", 500);
    answer("/en/cities/ghent", 200, 5);
    return lines.map(({ status }) => status);
  };
  expect(logged("failing")).toEqual([500, 200]);
  expect(logged("all")).toEqual([200, 404, 500, 200]);
  expect(logged("none")).toEqual([]);
});

test("a crowd that is refused gets ten lines a second, and the next one says how many got none", () => {
  const { lines, answer } = aLog("failing");
  for (let each = 0; each < 25; each += 1) answer("/en", 503);
  expect(lines).toHaveLength(10);
  vi.advanceTimersByTime(1_000);
  answer("/en", 503);
  expect(lines).toHaveLength(11);
  expect(lines[10]).toMatchObject({ leftOut: 15 });
});

test.each([
  ["/en/cities/ghent", "/[locale]/cities/[slug]"],
  ["/en/cities/near", "/[locale]/cities/near"],
  ["/en/card", "/[locale]/card/[[...path]]"],
  ["/en/card/cities/ghent", "/[locale]/card/[[...path]]"],
  ["/data/v1/cities.json", "/data/v1/[...path]"],
  ["/data/v1", null],
  ["/en/aplications/a-token-that-acts-for-ghent", null],
  ["/en/applications/", null],
])("the pattern of %s is %s", (path, pattern) => {
  expect(patternOf(path)).toBe(pattern);
});
