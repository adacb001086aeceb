import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { submitEndorsement } from "@/lib/endorsements/commands";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { sealForm } from "@/lib/endorsements/abuse/form-seal";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { hashToken } from "@/lib/tokens";
import { expect, test } from "@/tests/e2e/support/fixtures";

// Whether an address has asked its city before must not show: not in what the site answers, and not
// in how long it takes.

test.setTimeout(360_000);

const oudenaarde = 2789529;
const pairs = 100;
/** Of these, the page that the answer leads to is read as well. */
const pairsReadToTheEnd = 30;

/** What the form of Oudenaarde holds beside what people type. */
async function readForm(request: APIRequestContext): Promise<Record<string, string>> {
  const html = await (await request.get(`/en/endorse/ask?city=${oudenaarde}`)).text();
  const hidden = [
    ...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g),
  ].map(([, name = "", value = ""]) => [
    name,
    value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  ]);
  return Object.fromEntries(hidden) as Record<string, string>;
}

/** So many at once would look like an attack on the city: these came before. */
const hourAgo = new Date(Date.now() - 3_600_000);

/** Has an address ask and confirm, as its owner would. */
async function askBefore(email: string): Promise<void> {
  const ask = {
    cityId: oudenaarde,
    email,
    name: null,
    isNamePublic: false,
    wantsNews: false,
    locale: defaultLocale,
    declarationVersion: "2018",
  };
  const outcome = await submitEndorsement(
    ask,
    { formKey: randomUUID(), network: null, suspicions: [] },
    hourAgo,
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  const { id } = await prisma.endorsement.findUniqueOrThrow({
    where: { statusKeyHash: hashToken(outcome.statusKey) },
    select: { id: true },
  });
  const token = randomUUID();
  await prisma.endorsementLink.create({ data: { endorsementId: id, tokenHash: hashToken(token) } });
  await confirmByLink(token, hourAgo);
}

const quantile = (values: number[], share: number): number =>
  values.sort((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;

test("a hundred known and a hundred unknown addresses: one answer, in one time @no-scripts", async ({
  request,
}) => {
  const known = Array.from({ length: pairs }, (_, index) => `known${index}@known${index}.example`);
  for (const email of known) await askBefore(email);
  const hidden = await readForm(request);
  let network = 0;

  const send = async (email: string, readsPage: boolean) => {
    network += 1;
    const multipart = { ...hidden, seal: sealForm(new Date(Date.now() - 10_000)), email, name: "" };
    const headers = { "x-forwarded-for": `10.${network >> 8}.${network & 255}.1` };
    const began = performance.now();
    const answer = await request.post(`/en/endorse/ask?city=${oudenaarde}`, {
      multipart,
      headers,
      maxRedirects: 0,
    });
    const milliseconds = performance.now() - began;
    const location = answer.headers().location ?? "";
    if (!readsPage) return { milliseconds, said: undefined, status: answer.status() };
    const shown = await request.get(location);
    const { pathname, searchParams } = new URL(location, "http://localhost");
    const statusKey = pathname.slice(pathname.lastIndexOf("/") + 1);
    const html = (await shown.text())
      .replaceAll(/<wbr\/?>/g, "")
      .replaceAll(statusKey, "KEY")
      .replaceAll(searchParams.get("to") ?? "", "SEALED")
      .replaceAll(email, "EMAIL");
    return { milliseconds, said: `${shown.status()} ${html}`, status: answer.status() };
  };

  await send("warm.up@nobody.example", true);
  const [ofKnown, ofUnknown]: [
    Awaited<ReturnType<typeof send>>[],
    Awaited<ReturnType<typeof send>>[],
  ] = [[], []];
  for (const [index, email] of known.entries()) {
    // Each goes first as often as the other.
    const unknown = `unknown${index}@unknown${index}.example`;
    const isKnownFirst = index % 2 === 0;
    for (const isKnown of [isKnownFirst, !isKnownFirst])
      (isKnown ? ofKnown : ofUnknown).push(
        await send(isKnown ? email : unknown, index < pairsReadToTheEnd),
      );
  }

  const all = [...ofKnown, ...ofUnknown];
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([303]));
  const pages = all.flatMap(({ said }) => said ?? []);
  expect(pages).toHaveLength(2 * pairsReadToTheEnd);
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toMatch(/^200 .*EMAIL/s);

  const times = [ofKnown, ofUnknown].map((sent) =>
    sent.map(({ milliseconds }) => milliseconds),
  ) as [number[], number[]];
  const [medianOfKnown, medianOfUnknown] = times.map((each) => quantile(each, 0.5)) as [
    number,
    number,
  ];
  const spread = Math.min(...times.map((each) => quantile(each, 0.75) - quantile(each, 0.25)));
  console.log(
    `Median of known addresses ${medianOfKnown.toFixed(1)} ms, of unknown ones ${medianOfUnknown.toFixed(1)} ms; half of all lie within ${spread.toFixed(1)} ms.`,
  );
  expect(Math.abs(medianOfKnown - medianOfUnknown)).toBeLessThan(spread);
});
