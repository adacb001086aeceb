import { beforeEach, describe, expect, test } from "vitest";
import type { PageChange } from "@/lib/actions/page-changes";
import { listActions } from "@/lib/actions/queries";
import { findCity } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { listFeedEntries } from "@/lib/feeds/queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { editPage, restorePage } from "@/lib/members/page/commands";
import { findEditedPage, listPageVersions } from "@/lib/members/page/queries";
import { datasetNamed } from "@/lib/open-data/datasets";
import { knownSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";
import { hireReviewer } from "@/tests/support/review";

const { amsterdam: cityId } = placeIds;

let staffId: string;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
  staffId = await hireReviewer("editor@example.org");
  await refreshSiteVersion();
});

const summary: PageChange = { kind: "summary", text: "Amsterdam publishes its algorithms." };

const audit = {
  area: "principle_3",
  title: "An audit of an algorithm",
  text: "The city had the routing of reports audited.",
  locale: "en",
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
    const before = knownSiteVersion()?.version;
    await edit([{ kind: "website", website: "https://amsterdam.example/" }, summary], {
      by: "city",
    });
    expect(await findCity("amsterdam")).toMatchObject({
      website: "https://amsterdam.example/",
      summary: { text: "Amsterdam publishes its algorithms.", by: "city" },
    });
    expect(knownSiteVersion()?.version).not.toBe(before);
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
    const rows = await datasetNamed("actions").rows();
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
