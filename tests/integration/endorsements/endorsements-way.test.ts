import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sealForm } from "@/lib/endorsements/abuse/form-seal";
import { countEndorsements } from "@/lib/endorsements/queries";
import { residentPageAt } from "@/lib/front/pages/resident-pages";
import { pageView } from "@/lib/process/page-view";
import { openFrontDoor } from "@/tests/support/processes/front-door";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

// The whole way of a resident through the front door: the form, its answer, the page that takes the
// code, the link of the email, its button. Only Next's rendering is left out.

const maxQueries = 8;
const { ghent, antwerp } = placeIds;
const { email } = residentOfGhent;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

/** Shows what it was handed over, or that it would have had to read it. */
const asThePages = (_: IncomingMessage, response: ServerResponse) => {
  const view = ["form", "sent", "confirm"].map((page) => pageView({ page }.page)).find(Boolean);
  return response
    .setHeader("content-type", "text/html; charset=utf-8")
    .end(JSON.stringify(view ?? "read by Next"));
};

function openSite() {
  const { get, site } = openFrontDoor({ residentPageAt });
  site.answer = asThePages;
  const post = async (path: string, fields: Record<string, string>) => {
    const { status, headers, body } = await get(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });
    return { status, location: headers.location ?? "", shown: body.toString() };
  };
  return { show: async (path: string) => (await get(path)).body.toString(), post, site };
}

type Site = ReturnType<typeof openSite>;

const formOf = (cityId: number) => `/en/endorse/ask?city=${cityId}`;
const filledIn = (cityId: number, address: string) => ({
  ...{ cityId: String(cityId), email: address, name: "", wantsNews: "yes" },
  seal: sealForm(new Date(Date.now() - 10_000)),
});

/** Gives how often each step asked the database. */
async function goTheWholeWay({ show, post }: Site, cityId: number, address: string) {
  const query = vi.spyOn(pg.Client.prototype, "query");
  const asked: Record<string, number> = {};
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    query.mockClear();
    const result = await work();
    asked[name] = query.mock.calls.length;
    return result;
  };
  try {
    await step("form", () => show(formOf(cityId)));
    const sent = await step("post", () => post(formOf(cityId), filledIn(cityId, address)));
    expect(sent.status).toBe(303);
    expect(await step("code", () => show(sent.location))).toContain(
      JSON.stringify(address.replace("@", "@<wbr/>").replaceAll(".", "<wbr/>.")).slice(1, -1),
    );
    const { token } = await readMail(address);
    const page = `/en/endorsements/${token}`;
    expect(await step("link", () => show(page))).toContain(`"email":"${address}"`);
    const confirmed = await step("confirm", () => post(page, { token }));
    expect(confirmed).toMatchObject({ status: 303, location: `${page}?done=confirmed` });
  } finally {
    query.mockRestore();
  }
  return asked;
}

test("the whole way of a resident asks the database eight times at most", async () => {
  const site = openSite();
  await goTheWholeWay(site, ghent, "first@ghent.example");
  // Every five seconds one of them finds that the public pages have changed, and asks some more.
  const ways: Record<string, number>[] = [];
  for (const address of ["second@meir.example", "third@meir.example", "fourth@meir.example"])
    ways.push(await goTheWholeWay(site, ghent, address));
  const sums = ways.map((asked) => Object.values(asked).reduce((total, each) => total + each, 0));
  expect(Math.min(...sums), JSON.stringify(ways)).toBeLessThanOrEqual(maxQueries);
  expect(Math.min(...sums)).toBeGreaterThan(5);
  expect((await countEndorsements(ghent)).asks).toBe(4);
});

test("pages that are kept show each resident their own city and address, and are made once", async () => {
  const site = openSite();
  await goTheWholeWay(site, ghent, "first@ghent.example");
  await goTheWholeWay(site, antwerp, "second@meir.example");
  const made = site.site.asked.filter(({ method }) => method === "GET").map(({ url }) => url);
  expect(made).toHaveLength(3);
  expect(made.join()).not.toMatch(/ghent|meir|2797656/i);
  const forms = [await site.show(formOf(ghent)), await site.show(formOf(antwerp))];
  expect(forms[0]).toContain('"publicName":"Ghent"');
  expect(forms[1]).toContain('"publicName":"Antwerp"');
  expect(forms.join()).not.toContain("slot");
});

test("what Next is handed for a kept page tells of nobody", async () => {
  const token = (await endorse({ name: "Ada of Ghent", wantsNews: true }), await readMail(email))
    .token;
  const page = residentPageAt({
    ...{ path: `/en/endorsements/${token}`, url: `/en/endorsements/${token}` },
    ...{ address: "", route: "private" },
  });
  const template = await page?.find();
  const view = JSON.stringify([template?.view?.((name) => `<${name}>`), template?.name]);
  expect(view).toContain("<email>");
  for (const personal of [email, "Ada", token, "Ghent"]) expect(view).not.toContain(personal);
});

test("what is wrong comes back with what was typed, and nothing is stored", async () => {
  const { post } = openSite();
  const { status, shown } = await post(formOf(ghent), filledIn(ghent, "no address"));
  expect(status).toBe(200);
  expect(JSON.parse(shown)).toMatchObject({
    place: { publicName: "Ghent" },
    form: {
      values: { email: "no address", wantsNews: true },
      fieldErrors: { email: expect.stringContaining("email") as string },
    },
  });
});

test.each([
  ["is held", () => endorse({}, { suspicions: ["too_fast"] })],
  ["counts already", () => endorseAndConfirm()],
])("the page of a request that %s is made for its reader alone", async (_, send) => {
  await send();
  const { token } = await readMail(email);
  expect(await openSite().show(`/en/endorsements/${token}`)).toBe('"read by Next"');
});

test("a wrong code leads back to its page, with where the email went", async () => {
  const { post } = openSite();
  const statusKey = await endorse();
  const page = `/en/endorsements/sent/${statusKey}`;
  const { location } = await post(page, { statusKey, code: "12", to: "sealed" });
  expect(location).toBe(`${page}?to=sealed&problem=malformed`);
});
