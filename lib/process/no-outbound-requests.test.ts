import { afterEach, expect, test } from "vitest";
import { refuseOutboundRequests } from "@/lib/process/no-outbound-requests";

const { fetch } = globalThis;
afterEach(() => void (globalThis.fetch = fetch));

test("Next is told that there is nothing at the site's own address, and no other can be asked", async () => {
  refuseOutboundRequests("http://localhost:3000");
  const own = await globalThis.fetch(new URL("http://localhost:3000/admin?x=1"), {
    headers: { cookie: "a=b" },
  });
  expect({ status: own.status, body: await own.text() }).toEqual({ status: 204, body: "" });
  await expect(globalThis.fetch("https://elsewhere.example/")).rejects.toThrow(
    "none to https://elsewhere.example",
  );
  await expect(globalThis.fetch(new Request("http://localhost:3001/"))).rejects.toThrow(
    "localhost:3001",
  );
});

test("what stands in the address itself can be read", async () => {
  refuseOutboundRequests("http://localhost:3000");
  expect(await (await globalThis.fetch("data:text/plain,Ghent")).text()).toBe("Ghent");
});
