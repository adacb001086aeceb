import { expect, test } from "vitest";
import { figuresIn, worseThanBefore } from "@/tests/bench/comparison";
import { tableOf } from "@/tests/bench/table";

const home = (measured: string) => [{ what: "/en: this site", measured }];

test("fewer requests a second or a longer wait is worse, by more than 15 %", () => {
  const before = home("8,000/s, p99 12 ms");
  expect(worseThanBefore(before, home("6,900/s, p99 13 ms"))).toEqual([]);
  expect(worseThanBefore(before, home("6,700/s, p99 12 ms"))).toEqual([
    "/en: this site: 6,700/s, p99 12 ms (before: 8,000/s, p99 12 ms)",
  ]);
  expect(worseThanBefore(before, home("12,000/s, p99 14 ms"))).toHaveLength(1);
});

test("what was not measured before, or measures something else now, is not compared", () => {
  expect(worseThanBefore([], home("1/s"))).toEqual([]);
  expect(worseThanBefore(home("1.4 s"), home("9,000 ms"))).toEqual([]);
  expect(worseThanBefore(home("nginx is not installed"), home("1/s"))).toEqual([]);
});

test("tables that were kept are read again", () => {
  const figures = [
    { what: "Second start", limit: "5 s", measured: "3.1 s" },
    { what: "Memory", limit: "400 MB", measured: "317 MB" },
  ];
  expect(figuresIn(`2 × a processor\n\n${tableOf(figures)}\n`)).toEqual(figures);
});
