import { Agent, createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withdrawApplication } from "@/lib/applications/commands";
import { sendToCorrectedAddress } from "@/lib/applications/contact-commands";
import { overrideCheck, restoreCheck } from "@/lib/applications/checks/check-commands";
import { checksOf } from "@/lib/applications/checks/checks";
import { checkDueLinks, checkMandateLink } from "@/lib/applications/checks/link-commands";
import { listNamesakes } from "@/lib/applications/review/namesake-queries";
import { declineApplication, requestChanges } from "@/lib/applications/review/review-commands";
import { findForReview } from "@/lib/applications/review/review-queries";
import { changesBetween } from "@/lib/applications/review/snapshot";
import { prisma } from "@/lib/db";
import { changeSettings } from "@/lib/settings/commands";
import { defaultSettings } from "@/lib/settings/schema";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { addSampleSignatories, placeIds } from "@/tests/support/database/places";
import {
  submitUnconfirmed,
  submitConfirmed,
  openReview,
  statusToken,
  resetWithReviewer,
  correctAnswers,
} from "@/tests/support/applications/review";

const key = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const link = answersOfGhent["mandateUrl-address"];

let asked: string[] = [];
let status = 200;
let whileAsked: () => Promise<unknown> = () => Promise.resolve();

const site = createServer((request, response) => {
  asked.push(`${request.method} http://${request.headers.host}${request.url}`);
  void whileAsked().then(() => response.writeHead(status).end());
});

class LocalAgent extends Agent {
  override createConnection() {
    return connect((site.address() as AddressInfo).port, "127.0.0.1");
  }
}

/** Every name is public, and every connection leads to the site of this test. */
const network = { resolve: () => Promise.resolve(["193.190.70.1"]), agent: new LocalAgent() };

beforeAll(() => new Promise<void>((resolve) => void site.listen(0, "127.0.0.1", resolve)));
afterAll(() => void site.close());

let reviewer: string;
let ghent: string;

beforeEach(async () => {
  asked = [];
  status = 200;
  whileAsked = () => Promise.resolve();
  reviewer = await resetWithReviewer();
  ghent = await submitConfirmed();
  await useLink(link.replace("https:", "http:"));
});

/** The site of this test has no certificate. */
const useLink = (mandateUrl: string | null) =>
  prisma.application.update({ where: { id: ghent }, data: { mandateUrl } });

const review = () => openReview(ghent, reviewer);

const correct = (changes: Record<string, string>) => correctAnswers(ghent, changes);

const eventsOf = async (...kinds: string[]) =>
  (await prisma.event.findMany({ where: { applicationId: ghent }, orderBy: { id: "asc" } }))
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, actor, detail }) => ({ kind, actor, detail }));

async function check(name: string) {
  const application = (await findForReview(ghent, {
    now: new Date(),
    settings: defaultSettings,
  }))!;
  const namesakes = await listNamesakes(application.cityId, application.city.name);
  return checksOf(application, namesakes, defaultSettings).find((each) => each.name === name)!;
}

describe("the link to the city's decision", () => {
  test("is asked once by the worker, and the reviewer sees what it answered", async () => {
    expect(await check("mandate_link")).toMatchObject({
      verdict: "open",
      facts: { kind: "waits" },
    });
    expect(await checkDueLinks(new Date(), network)).toBe(1);
    expect(await checkDueLinks(new Date(), network)).toBe(0);
    expect(asked).toEqual([`HEAD ${link.replace("https:", "http:")}`]);
    expect(await check("mandate_link")).toMatchObject({
      verdict: "fine",
      facts: { kind: "answered", status: 200 },
    });
  });

  test("that leads nowhere is to be looked at twice", async () => {
    status = 404;
    await checkDueLinks(new Date(), network);
    expect(await check("mandate_link")).toMatchObject({
      verdict: "look",
      facts: { kind: "answered", status: 404 },
    });
  });

  test("that leads inward is told, and never asked", async () => {
    await useLink("http://169.254.169.254/latest/meta-data/");
    await checkDueLinks(new Date(), network);
    expect(asked).toEqual([]);
    expect(await check("mandate_link")).toMatchObject({
      verdict: "look",
      facts: { kind: "failed", failure: "not_public" },
    });
  });

  test("is asked anew where the applicant has given another", async () => {
    await checkDueLinks(new Date(), network);
    await useLink("http://stad.example/other");
    expect(await check("mandate_link")).toMatchObject({ facts: { kind: "waits" } });
    expect(await checkDueLinks(new Date(), network)).toBe(1);
    expect(asked.at(-1)).toBe("HEAD http://stad.example/other");
  });

  test("of an application that is not confirmed or closed is not asked", async () => {
    await submitUnconfirmed({ submissionKey: key(2), cityId: placeIds.antwerp });
    await declineApplication(await review(), { reason: "other", message: "No." });
    expect(await checkDueLinks(new Date(), network)).toBe(0);
    expect(await checkMandateLink(await review(), new Date(), network)).toEqual({
      ok: false,
      reason: "noLink",
    });
  });

  test("is asked again when a reviewer presses the button, which is recorded", async () => {
    await checkDueLinks(new Date(), network);
    status = 500;
    expect(await checkMandateLink(await review(), new Date(), network)).toEqual({ ok: true });
    expect(await check("mandate_link")).toMatchObject({ facts: { status: 500 } });
    expect(await eventsOf("application_link_asked")).toEqual([
      { kind: "application_link_asked", actor: "staff", detail: {} },
    ]);
  });

  test("that a colleague asks just now is not asked twice", async () => {
    let second: unknown;
    whileAsked = async () => {
      second = await checkMandateLink(await review(), new Date(), network);
    };
    await checkMandateLink(await review(), new Date(), network);
    expect(second).toEqual({ ok: false, reason: "busy" });
    expect(asked).toHaveLength(1);
  });

  test("is asked by nobody where the settings say so", async () => {
    const settings = { ...defaultSettings, asksLinks: false };
    await changeSettings({ settings, version: 0, staffId: reviewer });
    expect(await checkDueLinks(new Date(), network)).toBe(0);
    expect(await checkMandateLink(await review(), new Date(), network)).toEqual({
      ok: false,
      reason: "switchedOff",
    });
    expect(asked).toEqual([]);
  });
});

describe("the other checks", () => {
  test("tell a free address, and the domains of address and document", async () => {
    expect(await check("contact_domain")).toMatchObject({ verdict: "fine" });
    await useLink("https://www.ghent.example/besluit");
    expect(await check("contact_domain")).toMatchObject({
      verdict: "look",
      facts: { mailDomain: "stad.example", webDomain: "www.ghent.example" },
    });
    await prisma.application.update({
      where: { id: ghent },
      data: { contactEmail: "ghent@gmail.com" },
    });
    expect(await check("free_mail")).toMatchObject({
      verdict: "look",
      facts: { domain: "gmail.com" },
    });
    expect(await check("contact_domain")).toMatchObject({ verdict: "open", facts: null });
    await prisma.application.update({
      where: { id: ghent },
      data: { contactEmail: "ghent@mailinator.com" },
    });
    expect(await check("free_mail")).toMatchObject({
      verdict: "look",
      facts: { domain: "mailinator.com", isDisposable: true },
    });
  });

  test("name members and applicants of a similar name", async () => {
    await addSampleSignatories();
    const city = await prisma.city.findFirstOrThrow({ where: { signatory: { isNot: null } } });
    const { cities } = await listNamesakes(placeIds.ghent, city.name);
    expect(cities).toContainEqual(
      expect.objectContaining({ id: city.id, name: city.name, isMember: true }),
    );
    expect((await listNamesakes(city.id, city.name)).cities).toEqual([]);
  });

  test("tell how many places have the name, by any name that people know them by", async () => {
    const { placeCount, places } = await listNamesakes(placeIds.ghent, "Gent");
    expect(placeCount).toBeGreaterThanOrEqual(1);
    expect(places.map(({ id }) => id)).not.toContain(placeIds.ghent);
  });
});

describe("what stood there before a correction", () => {
  const open = async () =>
    (await findForReview(ghent, { now: new Date(), settings: defaultSettings }))!;
  const answered = { mandateBody: "Council of Ghent", "principle_1-description": "New lessons" };

  test("is kept for the reviewer, and only what changed is shown", async () => {
    await correct(answered);
    await correct({ ...answered, mandateBody: "Mayor of Ghent" });
    const application = await open();
    const [latest, first] = application.versions;
    expect(application.versions).toHaveLength(2);
    expect(changesBetween(latest!.answers, application)).toMatchObject([
      {
        field: "mandateBody",
        before: { mandateBody: "Council of Ghent" },
        after: { mandateBody: "Mayor of Ghent" },
      },
    ]);
    const firstChanges = changesBetween(first!.answers, latest!.answers).map((change) =>
      "field" in change ? change.field : change.area,
    );
    expect(firstChanges).toContain("principle_1");
    expect(firstChanges).toContain("mandateBody");
    expect(firstChanges).not.toContain("contactName");
  });

  test("is kept once, and not for an answer that changes nothing", async () => {
    await useLink(link);
    await requestChanges(await review(), { message: "Is the link right?" });
    await correct({});
    expect((await open()).versions).toEqual([]);
  });

  test("is deleted with the personal data", async () => {
    await correct(answered);
    await withdrawApplication(await statusToken(ghent));
    expect(await prisma.applicationVersion.count()).toBe(0);
  });
});

describe("an override", () => {
  const reason = "The city runs two domains, says their registry";

  test("stands beside the fact with its reason, and without it in the record", async () => {
    await useLink("https://www.ghent.example/besluit");
    await overrideCheck(await review(), "contact_domain", reason);
    expect(await check("contact_domain")).toMatchObject({
      verdict: "look",
      override: { reason, overriddenBy: "reviewer@example.org" },
    });
    expect(await eventsOf("application_check_overridden")).toEqual([
      {
        kind: "application_check_overridden",
        actor: "staff",
        detail: { check: "contact_domain" },
      },
    ]);
  });

  test("can be taken back, which is recorded once", async () => {
    await overrideCheck(await review(), "contact_domain", reason);
    await overrideCheck(await review(), "similar_city", reason);
    const before = await review();
    await restoreCheck(await review(), "contact_domain");
    await restoreCheck(await review(), "contact_domain");
    expect((await check("contact_domain")).override).toBeNull();
    expect((await check("similar_city")).override).not.toBeNull();
    expect(await eventsOf("application_check_restored")).toMatchObject([
      { actor: "staff", detail: { check: "contact_domain" } },
    ]);
    await correct({ mandateBody: "Another council" });
    expect(await restoreCheck(before, "similar_city")).toMatchObject({
      ok: false,
      reason: "changedMeanwhile",
    });
  });

  test("is refused on answers that the reviewer has not seen", async () => {
    const before = await review();
    await correct({ mandateBody: "Another council" });
    expect(await overrideCheck(before, "contact_domain", reason)).toMatchObject({
      ok: false,
      reason: "changedMeanwhile",
    });
  });

  test("goes when the answer changes that it is about, and no other does", async () => {
    await overrideCheck(await review(), "mandate_link", reason);
    await overrideCheck(await review(), "similar_city", reason);
    await correct({ "mandateUrl-address": "https://stad.example/other" });
    expect((await check("mandate_link")).override).toBeNull();
    expect((await check("similar_city")).override).not.toBeNull();
  });

  test("of the address goes when staff correct the address", async () => {
    await overrideCheck(await review(), "free_mail", reason);
    const mail = await prisma.mail.findFirstOrThrow({ where: { applicationId: ghent } });
    await prisma.mail.update({ where: { id: mail.id }, data: { failedAt: new Date() } });
    const correction = { mailId: mail.id, address: "clerk@ghent.example", staffId: reviewer };
    expect(await sendToCorrectedAddress(correction)).toEqual({ ok: true });
    expect((await check("free_mail")).override).toBeNull();
  });

  test("is erased with the applicant's data", async () => {
    await overrideCheck(await review(), "contact_domain", reason);
    await withdrawApplication(await statusToken(ghent));
    expect(await prisma.checkOverride.count()).toBe(0);
  });
});
