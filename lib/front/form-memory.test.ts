import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { openFrontDoor } from "@/tests/support/front-door";

// The form of an ask: made once, and sealed anew for each visitor.

const madeWith = "1764403200000.7f1c.mac_of-it";

const asTheForm = ({ url = "" }: IncomingMessage, response: ServerResponse) =>
  response
    .setHeader("content-type", "text/html; charset=utf-8")
    .end(
      `<h1>${url}</h1><input name="seal" value="${madeWith}"/>` +
        `<input name="$ACTION_1:1" value="{&quot;seal&quot;:&quot;${madeWith}&quot;}"/>`,
    );

function openForms() {
  let made = 0;
  const opened = openFrontDoor({ sealForm: () => `seal-${(made += 1)}` });
  opened.site.answer = asTheForm;
  return opened;
}

test("each visitor gets the form with a seal of their own, in both places", async () => {
  const { get, site } = openForms();
  const answers = [
    await get("/en/endorse/ask?city=2797656"),
    await get("/en/endorse/ask?city=2797656"),
  ];
  const seals = answers.map(({ body }) => body.toString().match(/seal-\d+/g));
  expect(seals).toEqual([
    ["seal-1", "seal-1"],
    ["seal-2", "seal-2"],
  ]);
  expect(answers.map(({ body }) => body.toString()).join()).not.toContain(madeWith);
  expect(answers.map(({ headers }) => headers["cache-control"])).toEqual([
    "private, no-store",
    "private, no-store",
  ]);
  expect(site.asked.map(({ url }) => url)).toEqual(["/en/endorse/ask?city=2797656"]);
});

test("cities have forms of their own, and what else an address says makes no further ones", async () => {
  const { get, site } = openForms();
  for (const query of ["city=1", "city=2", "city=1&utm=x", "utm=y&city=2"])
    await get(`/en/endorse/ask?${query}`);
  expect(site.asked.map(({ url }) => url)).toEqual([
    "/en/endorse/ask?city=1",
    "/en/endorse/ask?city=2",
  ]);
});

test("a posted form is answered by Next, each time", async () => {
  const { get, site } = openForms();
  for (const body of ["email=a", "email=b"])
    await get("/en/endorse/ask?city=1", { method: "POST", body });
  expect(site.asked.map(({ method, body }) => [method, body])).toEqual([
    ["POST", "email=a"],
    ["POST", "email=b"],
  ]);
});
