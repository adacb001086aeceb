import { expect, test } from "vitest";
import { GET } from "@/app/route";

const visit = (acceptLanguage: string) =>
  GET(new Request("http://localhost/", { headers: { "accept-language": acceptLanguage } }));

test("the bare address leads to the visitor's language and remembers nothing", () => {
  const answer = visit("en-GB, en;q=0.8");
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe("/en");
  expect(answer.headers.get("vary")).toBe("Accept-Language");
  expect(answer.headers.get("set-cookie")).toBeNull();
});

test("a visitor whose language the site does not have is led to English", () => {
  expect(visit("tlh").headers.get("location")).toBe("/en");
});
