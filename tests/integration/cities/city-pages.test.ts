// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { beforeEach, describe, expect, test } from "vitest";
import { propose } from "@/app/[locale]/city-page/[token]/actions";
import type { PageChange } from "@/lib/actions/page-changes";
import { listActions } from "@/lib/actions/queries";
import { addContact } from "@/lib/cities/contacts/commands";
import { findCity } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { after, dayMs, hourMs } from "@/lib/durations";
import { listFeedEntries } from "@/lib/feeds/queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { editPage, restorePage } from "@/lib/members/page/commands";
import {
  decideProposal,
  deleteOldProposals,
  proposeChanges,
  requestPageLink,
} from "@/lib/members/page/proposal-commands";
import { fieldName } from "@/lib/members/page/proposal-form-state";
import { beginProposal } from "@/lib/members/page/proposal-form";
import { findPageByToken, findProposal, listProposals } from "@/lib/members/page/proposal-queries";
import { findEditedPage, listPageVersions } from "@/lib/members/page/queries";
import { datasetNamed } from "@/lib/open-data/datasets";
import { knownSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import { placeIds } from "@/tests/support/database/places";
import { resetWithSignatories } from "@/tests/support/applications/review";

const { amsterdam: cityId } = placeIds;

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithSignatories("editor@example.org");
  await refreshSiteVersion();
});

const summary: PageChange = { kind: "summary", text: "Amsterdam publishes its algorithms." };

const audit = {
  area: "principle_3",
  title: "An audit of an algorithm",
  text: "The city had the routing of reports audited.",
  locale: defaultLocale,
  url: "https://amsterdam.example/audit",
} as const;

type Edit = { seen?: number; by?: "city" | "coalition" | null; date?: string };

const edit = (
  changes: PageChange[],
  { seen = 0, by = "coalition", date = "2026-11-20" }: Edit = {},
) => editPage({ cityId, seen, staffId, changes, reported: { by, date } });

const findAction = async (id: string) =>
  (await listActions(defaultLocale, { city: "amsterdam" })).find((action) => action.id === id);

describe("an edit of a city's page", () => {
  test("is public at once, with who reported it and when", async () => {
    const before = knownSiteVersion().version;
    await edit([{ kind: "website", website: "https://amsterdam.example/" }, summary], {
      by: "city",
    });
    expect(await findCity("amsterdam")).toMatchObject({
      website: "https://amsterdam.example/",
      summary: { text: "Amsterdam publishes its algorithms.", by: "city" },
    });
    expect(knownSiteVersion().version).not.toBe(before);
    const event = await prisma.event.findFirstOrThrow({ where: { kind: "member_page_edited" } });
    expect(event).toMatchObject({
      staffId,
      cityId,
      detail: { number: 1, changes: "website summary" },
    });
  });

  test("stands in for what a file says of an action, whose id stays", async () => {
    const id = "amsterdam-algorithm-audit";
    expect(await findAction(id)).toMatchObject({ status: "planned", date: "2018" });
    await edit([{ kind: "change", id, ...audit, status: "in_place" }], { by: "city" });
    expect(await findAction(id)).toMatchObject({
      status: "in_place",
      text: audit.text,
      date: "2026-11-20",
      source: { name: "Reported by the city of Amsterdam", url: audit.url },
      progress: [
        { status: "planned", since: "2018" },
        { status: "in_place", since: "2026-11-20" },
      ],
    });
  });

  test("that only words it anew leaves who reported it", async () => {
    const id = "amsterdam-algorithm-audit";
    await edit([{ kind: "change", id, ...audit, status: "planned" }], { by: null, date: "2018" });
    expect(await findAction(id)).toMatchObject({
      text: audit.text,
      date: "2018",
      source: { name: "The coalition, at its launch" },
      progress: [{ status: "planned", since: "2018" }],
    });
  });

  test("adds an action, which data and feed show too", async () => {
    await edit([{ kind: "add", ...audit, status: "planned" }]);
    const id = "amsterdam-reported-1-1";
    const rows = await datasetNamed("actions")?.rows();
    expect(rows).toContainEqual(
      expect.objectContaining({ id, source: "Reported by the coalition" }),
    );
    const keys = async () =>
      (await listFeedEntries(defaultLocale, "actions")).map(({ key }) => key);
    expect(await keys()).toContain(`actions/${id}`);
    await edit([{ kind: "change", id, ...audit, status: "in_place" }], {
      seen: 1,
      date: "2026-11-25",
    });
    expect(await keys()).toContain(`actions/${id}/2026-11-25`);
  });

  test("takes an action out, and puts it back", async () => {
    const id = "amsterdam-tada";
    await edit([{ kind: "takeOut", id }]);
    expect(await findAction(id)).toBeUndefined();
    await edit([{ kind: "putBack", id }], { seen: 1 });
    expect(await findAction(id)).toMatchObject({ title: "Tada, clarity about data" });
  });

  test("is refused where a colleague was faster, and what they wrote stays", async () => {
    await edit([summary]);
    const late = await edit([{ kind: "summary", text: "Something else." }]);
    expect(late).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect((await findCity("amsterdam"))?.summary?.text).toBe(
      "Amsterdam publishes its algorithms.",
    );
  });

  test("of two at once only one is taken", async () => {
    const both = await Promise.all([edit([summary]), edit([{ kind: "summary", text: "Other." }])]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await prisma.cityPageVersion.count()).toBe(1);
  });

  test("of a city that is no member is refused", async () => {
    await prisma.signatory.delete({ where: { cityId } });
    expect(await edit([summary])).toEqual({ ok: false, reason: "changedMeanwhile" });
  });

  test("that changes nothing makes no version", async () => {
    expect(await edit([{ kind: "website", website: null }])).toEqual({
      ok: true,
      outcome: "unchanged",
    });
    expect(await prisma.cityPageVersion.count()).toBe(0);
  });
});

describe("the history of a page", () => {
  test("brings back an earlier version, and the page before its first edit", async () => {
    await edit([summary]);
    await edit([{ kind: "summary", text: "Second." }], { seen: 1 });
    await restorePage({ cityId, seen: 2, staffId }, 1);
    expect((await findCity("amsterdam"))?.summary?.text).toBe(
      "Amsterdam publishes its algorithms.",
    );
    await restorePage({ cityId, seen: 3, staffId }, 0);
    expect((await findCity("amsterdam"))?.summary).toBeNull();
    const versions = await listPageVersions(cityId);
    expect(versions.map(({ number, restores }) => [number, restores])).toEqual([
      [4, 0],
      [3, 1],
      [2, null],
      [1, null],
    ]);
    expect((await findEditedPage(cityId))?.number).toBe(4);
  });

  test("is append-only", async () => {
    await edit([summary]);
    await expect(prisma.cityPageVersion.deleteMany()).rejects.toThrow(/append-only/);
  });
});

describe("a contact of a member city", () => {
  const ada = "ada@amsterdam.nl";

  const addAda = () =>
    addContact({
      cityId,
      staffId,
      answers: { kind: "general", name: "Ada", role: "Officer", email: ada, locale: defaultLocale },
    });

  async function mailedToken(): Promise<string> {
    await addAda();
    await requestPageLink("Ada@amsterdam.nl", null);
    const { text, recipient } = await prisma.mail.findFirstOrThrow({
      where: { kind: "member_page_link" },
    });
    expect(recipient).toBe(ada);
    const [, token] = /\/city-page\/([\w-]+)/.exec(text ?? "") ?? [];
    if (!token) throw new Error("The contact got no link.");
    return token;
  }

  const website = { kind: "website", website: "https://amsterdam.example/" } as const;

  async function proposalOf(changes: PageChange[]): Promise<string> {
    await proposeChanges(await mailedToken(), changes);
    const [proposal] = await listProposals();
    if (!proposal) throw new Error("No proposal is waiting.");
    return proposal.id;
  }

  const decide = (id: string, accepted: number[], reason: string | null = null, seen = 0) =>
    decideProposal({ id, staffId, seen, accepted, reason });

  const decisionMail = () =>
    prisma.mail.findFirstOrThrow({ where: { kind: "member_page_decided" } });

  test("gets a link by mail, which expires, and is stored as a hash", async () => {
    const token = await mailedToken();
    expect((await findPageByToken(token))?.city.slug).toBe("amsterdam");
    expect(await findPageByToken(token, after(new Date(), 25 * hourMs))).toBeNull();
    expect(JSON.stringify(await prisma.pageLink.findMany())).not.toContain(token);
  });

  test("gets no more mails in a day than a mailbox bears, and strangers get none", async () => {
    await addAda();
    for (let times = 0; times < 8; times++) await requestPageLink(ada, null);
    await requestPageLink("stranger@example.org", null);
    expect(await prisma.mail.count({ where: { recipient: ada } })).toBe(5);
    expect(await prisma.mail.count()).toBe(5);
  });

  test("from one network twenty links are sent in ten minutes, whether or not there is such a contact", async () => {
    await addAda();
    const network = "192.0.2.0/24";
    const now = new Date("2026-11-23T09:00:00Z");
    for (let times = 0; times < 20; times++)
      expect(await requestPageLink("stranger@example.org", network, now)).toEqual({ ok: true });
    const tooMany = { ok: false, reason: "tooManyFromHere" };
    expect(await requestPageLink(ada, network, now)).toEqual(tooMany);
    expect(await prisma.mail.count()).toBe(0);
    expect(await requestPageLink(ada, "198.51.100.0/24", now)).toEqual({ ok: true });
    expect(await prisma.mail.count({ where: { recipient: ada } })).toBe(1);
  });

  test("fills in the form: only what differs is proposed, and none of it is public", async () => {
    const token = await mailedToken();
    const page = await findPageByToken(token);
    if (!page) throw new Error("The link leads nowhere.");
    const { rows } = beginProposal(page, defaultLocale);
    const form = new FormData();
    form.set("token", token);
    form.set("locale", defaultLocale);
    form.set("website", "amsterdam.example");
    form.set("summary", "");
    for (const [index, row] of rows.entries())
      for (const [field, value] of Object.entries(row))
        if (typeof value === "string") form.set(fieldName(index, field as keyof typeof row), value);
    const audited = rows.findIndex(({ id }) => id === "amsterdam-algorithm-audit");
    form.set(fieldName(audited, "status"), "in_place");
    const begin = beginProposal(page, defaultLocale);
    await new TestBrowser().request(() => propose(begin, form));
    const [proposal] = await listProposals();
    expect((await findProposal(proposal?.id ?? ""))?.changes).toMatchObject([
      website,
      { kind: "change", id: "amsterdam-algorithm-audit", status: "in_place" },
    ]);
    expect(await findCity("amsterdam")).toMatchObject({ website: null });
  });

  test("reads that it is public once staff accept it, with the city as its source", async () => {
    const id = "amsterdam-algorithm-audit";
    const change = { kind: "change", id, ...audit, status: "in_place" } as const;
    await decide(await proposalOf([website, change]), [0, 1]);
    expect(await findCity("amsterdam")).toMatchObject({ website: "https://amsterdam.example/" });
    expect(await findAction(id)).toMatchObject({
      source: { name: "Reported by the city of Amsterdam" },
      progress: [{ status: "planned", since: "2018" }, { status: "in_place" }],
    });
    expect(await listPageVersions(cityId)).toMatchObject([{ number: 1, isProposed: true }]);
    expect((await decisionMail()).text).toContain("We have put what you proposed");
    expect(await listProposals()).toEqual([]);
  });

  test("reads why a part of it is declined", async () => {
    const id = await proposalOf([website, summary]);
    expect(await decide(id, [0])).toEqual({ ok: false, reason: "reasonMissing" });
    expect((await findCity("amsterdam"))?.website).toBeNull();
    expect(await decide(id, [0], "The summary needs a source.")).toEqual({ ok: true });
    expect(await findCity("amsterdam")).toMatchObject({ summary: null, website: website.website });
    const { text } = await decisionMail();
    expect(text).toContain("a part of what you proposed");
    expect(text).toContain("The summary needs a source.");
  });

  test("reads why all of it is declined, and nothing is written", async () => {
    await decide(await proposalOf([summary]), [], "It is about another city.");
    expect((await decisionMail()).text).toContain("It is about another city.");
    expect(await prisma.cityPageVersion.count()).toBe(0);
    expect(await prisma.event.count({ where: { kind: "member_page_declined" } })).toBe(1);
  });

  test("is decided once, and on the page that staff saw", async () => {
    const id = await proposalOf([website]);
    await edit([summary]);
    expect(await decide(id, [0])).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await decide(id, [0], null, 1)).toEqual({ ok: true });
    expect(await decide(id, [0], null, 2)).toEqual({ ok: false, reason: "changedMeanwhile" });
  });

  test("waits for decisions before it proposes a sixth time", async () => {
    const token = await mailedToken();
    for (let times = 0; times < 5; times++)
      expect(await proposeChanges(token, [website])).toEqual({ ok: true });
    expect(await proposeChanges(token, [website])).toEqual({ ok: false, reason: "tooMany" });
  });

  test("is forgotten with links that expired, and proposals decided ninety days ago", async () => {
    await decide(await proposalOf([website]), [0]);
    expect(await deleteOldProposals(after(new Date(), 89 * dayMs))).toBe(0);
    expect(await prisma.pageLink.count()).toBe(0);
    expect(await deleteOldProposals(after(new Date(), 91 * dayMs))).toBe(1);
  });
});
