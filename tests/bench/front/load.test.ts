import { expect, test } from "vitest";
import { readWrk } from "@/tests/bench/front/load";

const run = (latency: string, errors = "") => `Running 6s test @ http://127.0.0.1:3000/en
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.41ms    0.99ms  31.29ms   98.06%
    Req/Sec    23.21k     1.60k   25.03k    90.00%
  Latency Distribution
     50%    1.29ms
     99%    ${latency}
  138623 requests in 6.00s, 1.36GB read
${errors}Requests/sec:  23093.80
Transfer/sec:    232.11MB
`;

test("reads how often a server answered, and how slowly at most", () => {
  expect(readWrk(run("3.02ms"))).toEqual({ requestsPerSecond: 23093.8, p99: 3.02, errors: 0 });
  expect(readWrk(run("820.00us")).p99).toBeCloseTo(0.82);
  expect(readWrk(run("1.50s")).p99).toBe(1500);
});

test("counts connections that failed and answers that were none", () => {
  const errors = `  Socket errors: connect 1, read 20, write 0, timeout 300
  Non-2xx or 3xx responses: 4000
`;
  expect(readWrk(run("3.02ms", errors)).errors).toBe(4321);
});
