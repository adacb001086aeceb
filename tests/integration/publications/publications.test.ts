import { beforeEach, describe, expect, test } from "vitest";
import { changeSaved } from "@/app/admin/publishing/publication-changes";
import { findCard } from "@/lib/cards/queries";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { createPublication, handOver } from "@/lib/publications/commands";
import { findNewsItem, listCalendarEvents } from "@/lib/publications/queries";
import { findPublication, listPublications, listVersions } from "@/lib/publications/staff-queries";
import { successOf } from "@/tests/support/result";
import { raisedBy } from "@/tests/support/database/site-version";
import {
  addressOfRelease,
  feed,
  hireWriters,
  newsSlugs,
  publish,
  reasonOf,
  release,
  save,
  team,
  versionOf,
  withdraw,
  workshop,
  write,
} from "@/tests/support/public/publications";

beforeEach(hireWriters);

describe("a draft", () => {
  test("is on no public list", async () => {
    const id = await write();
    await write(workshop, "event", "registers");
    await save(id, { ...release, title: "Another title" });
    expect(await newsSlugs()).not.toContain(addressOfRelease);
    expect(await feed()).not.toContain("Another title");
    expect((await listCalendarEvents(defaultLocale)).map(({ slug }) => slug)).not.toContain(
      "registers",
    );
    expect(await findNewsItem(defaultLocale, addressOfRelease)).toBeNull();
    expect(await findCard(defaultLocale, `/news/${addressOfRelease}`)).toBeNull();
  });

  test("keeps every version with who wrote it, and knows when nothing was changed", async () => {
    const id = await write();
    const second = { ...release, body: "It has four chapters." };
    expect(successOf(await save(id, second, { staffId: team.colleague })).outcome).toBe("saved");
    expect(successOf(await save(id, second)).outcome).toBe("unchanged");
    expect(await listVersions(id, defaultLocale)).toMatchObject([
      { number: 2, body: second.body, staff: { email: "colleague@example.org" } },
      { number: 1, body: release.body, staff: { email: "writer@example.org" } },
    ]);
  });

  test.each(["a-handbook", "launch", "three-cities-launch-the-coalition"])(
    "cannot have the address of something else: %s",
    async (slug) => {
      await write();
      const again = { kind: "news" as const, slug, text: release, staffId: team.colleague };
      expect(reasonOf(await createPublication(again))).toBe("slugTaken");
    },
  );

  test("is not overwritten by somebody who has not seen the newest version", async () => {
    const id = await write();
    const seen = await versionOf(id);
    await save(id, { ...release, title: "First" }, { seen });
    const late = await save(id, { ...release, title: "Second" }, { seen, staffId: team.colleague });
    expect(reasonOf(late)).toBe("changedMeanwhile");
    expect((await listVersions(id, defaultLocale)).map(({ title }) => title)).toEqual([
      "First",
      release.title,
    ]);
  });

  test("of two who save at the same moment, one is told", async () => {
    const id = await write();
    const seen = await versionOf(id);
    const results = await Promise.all(
      ["First", "Second"].map((title) => save(id, { ...release, title }, { seen })),
    );
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe("a search of what was written", () => {
  const titlesOf = async (words: string) =>
    (await listPublications(words, 1)).publications.map(({ texts }) => texts[0]?.latest.title);

  test("finds words of the title, the text and the place, in any case", async () => {
    await write();
    await write(workshop, "event", "workshop");
    expect(await titlesOf("HANDBOOK FOR")).toEqual([release.title]);
    expect(await titlesOf("five")).toEqual([workshop.title, release.title]);
    expect(await titlesOf("amsterdam")).toEqual([workshop.title]);
    expect(await titlesOf("Utrecht")).toEqual([]);
    expect((await listPublications("Amsterdam", 1)).total).toBe(1);
  });

  test("finds what is public still and what was written since, but no older version", async () => {
    const id = await write();
    await publish(id);
    const change = { isReviewDemanded: true };
    await save(id, { ...release, title: "A guide for cities", correction: "A guide." }, change);
    await save(id, { ...release, title: "A manual for cities", correction: "A manual." }, change);
    expect(await titlesOf("A handbook for cities")).toEqual(["A manual for cities"]);
    expect(await titlesOf("manual")).toEqual(["A manual for cities"]);
    expect(await titlesOf("guide for")).toEqual([]);
  });

  test("takes signs of a pattern as they are", async () => {
    await write();
    expect(await titlesOf("%")).toEqual([]);
  });
});

describe("where a second person must read it", () => {
  const isReviewDemanded = true;

  test("nobody publishes what they wrote last, and a colleague does", async () => {
    const id = await write();
    expect(successOf(await handOver({ id, seen: 1, staffId: team.writer }))).toBeTruthy();
    expect(await findPublication(id)).toMatchObject({ state: "in_review" });
    const own = await publish(id, { isReviewDemanded });
    expect(reasonOf(own)).toBe("secondPersonNeeded");
    expect(await newsSlugs()).not.toContain(addressOfRelease);
    await publish(id, { isReviewDemanded, staffId: team.colleague });
    expect(await newsSlugs()).toContain(addressOfRelease);
  });

  test("so it is when the settings say so, and not before", async () => {
    const id = await write();
    const typed = async () => ({ id, seen: String(await versionOf(id)), intent: "publish" });
    await prisma.settings.create({ data: { values: { publicationsNeedTwo: true } } });
    expect(await changeSaved(await typed(), release, team.writer)).toMatchObject({
      formError: expect.stringContaining("somebody else must read it first") as string,
    });
    expect(await changeSaved(await typed(), release, team.colleague)).toEqual({
      done: "published",
    });
    await prisma.settings.deleteMany();
    const further = { ...release, title: "A longer handbook", correction: "The title." };
    expect(await changeSaved(await typed(), further, team.writer)).toEqual({ done: "published" });
  });

  test("a draft that is changed while it is read is a draft again", async () => {
    const id = await write();
    await handOver({ id, seen: 1, staffId: team.writer });
    await save(id, { ...release, title: "Changed" }, { isReviewDemanded });
    expect(await findPublication(id)).toMatchObject({ state: "draft" });
  });

  test("a correction shows once a colleague publishes it", async () => {
    const id = await write();
    await publish(id, { isReviewDemanded, staffId: team.colleague });
    const corrected = { ...release, title: "Corrected", correction: "The title was wrong." };
    expect(await raisedBy(() => save(id, corrected, { isReviewDemanded }))).toBe(0);
    expect((await findNewsItem(defaultLocale, addressOfRelease))?.title).toBe(release.title);
    expect((await findNewsItem(defaultLocale, addressOfRelease))?.corrections).toEqual([]);
    expect((await publish(id, { isReviewDemanded })).ok).toBe(false);
    expect(await raisedBy(() => publish(id, { isReviewDemanded, staffId: team.colleague }))).toBe(
      1,
    );
    expect(await findNewsItem(defaultLocale, addressOfRelease)).toMatchObject({
      title: "Corrected",
      corrections: [{ text: "The title was wrong." }],
    });
  });
});

test("every step is written down with who took it", async () => {
  const id = await write();
  await handOver({ id, seen: 1, staffId: team.writer });
  await publish(id, { staffId: team.colleague });
  await save(id, { ...release, title: "Corrected", correction: "The title was wrong." });
  await withdraw(id);
  const events = await prisma.event.findMany({
    orderBy: { id: "asc" },
    select: { kind: true, staffId: true, detail: true },
  });
  expect(events.map(({ kind, staffId }) => ({ kind, staffId }))).toEqual([
    { kind: "publication_written", staffId: team.writer },
    { kind: "publication_handed_over", staffId: team.writer },
    { kind: "publication_published", staffId: team.colleague },
    { kind: "publication_corrected", staffId: team.writer },
    { kind: "publication_withdrawn", staffId: team.writer },
  ]);
  expect(events.every(({ detail }) => JSON.stringify(detail).includes(id))).toBe(true);
});
