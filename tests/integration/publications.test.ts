import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { changeSaved } from "@/app/admin/publishing/publication-changes";
import sitemap from "@/app/sitemap";
import { GET as answerCalendar } from "@/app/[locale]/calendar.ics/route";
import { GET as answerEvent } from "@/app/[locale]/events/[file]/route";
import { GET as answerFeed } from "@/app/[locale]/feeds/[file]/route";
import { GET as answerPicture } from "@/app/data/pictures/[file]/route";
import { findCard } from "@/lib/cards/queries";
import { prisma } from "@/lib/db";
import { after, dayMs, hourMs, isoDay } from "@/lib/durations";
import { defaultLocale } from "@/lib/i18n/locales";
import { events as eventsDataset } from "@/lib/open-data/datasets/events";
import { news as newsDataset } from "@/lib/open-data/datasets/news";
import {
  createPublication,
  handOver,
  publishPublication,
  savePublication,
  showDue,
  withdrawPublication,
} from "@/lib/publications/commands";
import { addPicture } from "@/lib/publications/picture-commands";
import { findAnyPicture } from "@/lib/publications/picture-queries";
import {
  findNewsItem,
  findWithdrawal,
  listCalendarEvents,
  listNews,
} from "@/lib/publications/queries";
import type { WrittenText } from "@/lib/publications/schema";
import { findPublication, listPublications, listVersions } from "@/lib/publications/staff-queries";
import type { Result } from "@/lib/result";
import type { PublicationKind } from "@/prisma/generated/enums";
import { resetDatabase } from "@/tests/support/reset";
import { successOf } from "@/tests/support/result";
import { hireReviewer } from "@/tests/support/review";
import { raisedBy } from "@/tests/support/site-version";

const release: WrittenText = {
  locale: defaultLocale,
  title: "A handbook for cities",
  description: "The coalition offers a handbook.",
  body: "It has **five** chapters, one for each [principle](/principles).",
  place: null,
  day: null,
  time: null,
  timeZone: null,
  isConfirmed: false,
  correction: null,
};

const workshop: WrittenText = {
  ...release,
  title: "Workshop on algorithm registers",
  place: "Amsterdam",
  day: new Date("2027-03-12"),
  time: "14:00",
  timeZone: "Europe/Amsterdam",
  isConfirmed: true,
};

let writer: string;
let colleague: string;

beforeEach(async () => {
  await resetDatabase();
  writer = await hireReviewer("writer@example.org");
  colleague = await hireReviewer("colleague@example.org");
});

async function write(
  text = release,
  kind: PublicationKind = "press_release",
  slug = "a-handbook",
): Promise<string> {
  return successOf(await createPublication({ kind, slug, text, staffId: writer })).id;
}

const reasonOf = (outcome: Result<string>): string => (outcome.ok ? "done" : outcome.reason);

const versionOf = async (id: string) => (await findPublication(id))?.version ?? 0;

const save = async (
  id: string,
  text: WrittenText,
  rest: { staffId?: string; isReviewDemanded?: boolean; now?: Date; seen?: number } = {},
) => savePublication({ id, seen: await versionOf(id), text, staffId: writer, ...rest });

const publish = async (
  id: string,
  rest: { at?: Date; staffId?: string; isReviewDemanded?: boolean; now?: Date } = {},
) => publishPublication({ id, seen: await versionOf(id), at: null, staffId: writer, ...rest });

const withdraw = async (id: string, reason: string | null = "It named a wrong city.") =>
  withdrawPublication({ id, seen: await versionOf(id), reason, staffId: writer });

const today = isoDay(new Date());
const addressOfRelease = `${today}-a-handbook`;

const newsSlugs = async () => (await listNews(defaultLocale)).map(({ slug }) => slug);

const feed = async (file = "news.atom") => {
  const answer = await answerFeed(new Request("http://localhost"), {
    params: Promise.resolve({ locale: "en", file }),
  });
  return answer.text();
};

const picture = (id: string) =>
  answerPicture(new Request("http://localhost"), {
    params: Promise.resolve({ file: `${id}.webp` }),
  });

const photograph = (width = 3_200, height = 1_800) =>
  sharp({ create: { width, height, channels: 3, background: "#345678" } });

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
    expect(successOf(await save(id, second, { staffId: colleague })).outcome).toBe("saved");
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
      const again = { kind: "news" as const, slug, text: release, staffId: colleague };
      expect(reasonOf(await createPublication(again))).toBe("slugTaken");
    },
  );

  test("is not overwritten by somebody who has not seen the newest version", async () => {
    const id = await write();
    const seen = await versionOf(id);
    await save(id, { ...release, title: "First" }, { seen });
    const late = await save(id, { ...release, title: "Second" }, { seen, staffId: colleague });
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

describe("what is published", () => {
  test("stands in lists, feeds, data, sitemap and on a card, and raises the site's version once", async () => {
    const id = await write();
    expect(await raisedBy(() => publish(id))).toBe(1);
    const item = (await listNews(defaultLocale))[0];
    expect(item).toMatchObject({
      slug: addressOfRelease,
      title: release.title,
      date: today,
      isPressRelease: true,
      corrections: [],
    });
    expect(await findNewsItem(defaultLocale, addressOfRelease)).toMatchObject({
      title: release.title,
    });
    expect(await feed()).toContain("It has <strong>five</strong>");
    expect(await feed()).toContain("/en/principles");
    expect((await newsDataset.rows()).map(({ slug }) => slug)).toContain(addressOfRelease);
    expect((await sitemap()).map(({ url }) => url)).toContainEqual(
      expect.stringContaining(`/en/news/${addressOfRelease}`),
    );
    expect(await findCard(defaultLocale, `/news/${addressOfRelease}`)).toMatchObject({
      title: release.title,
    });
  });

  test("is found at its own day alone", async () => {
    await publish(await write());
    expect(await findNewsItem(defaultLocale, "2019-01-01-a-handbook")).toBeNull();
    expect(await findNewsItem(defaultLocale, "a-handbook")).toBeNull();
  });

  test("leaves what stands in the repository where it was", async () => {
    const before = await newsSlugs();
    await publish(await write());
    expect(await newsSlugs()).toEqual([addressOfRelease, ...before]);
  });

  test("and is an event stands in the calendar with its time and zone", async () => {
    const id = await write(workshop, "event", "registers");
    await publish(id);
    const calendar = await answerCalendar(new Request("http://localhost"), {
      params: Promise.resolve({ locale: "en" }),
    });
    const text = await calendar.text();
    expect(text).toContain("SUMMARY:Workshop on algorithm registers");
    expect(text).toContain("DTSTART:20270312T130000Z");
    expect(text).toContain("LOCATION:Amsterdam");
    expect((await eventsDataset.rows()).find(({ slug }) => slug === "registers")).toMatchObject({
      starts_at: "2027-03-12T14:00:00+01:00",
      time_zone: "Europe/Amsterdam",
      certainty: "confirmed",
    });
    expect(await newsSlugs()).not.toContain(`${today}-registers`);
  });

  test("waits for its moment, and then shows on the next request", async () => {
    const id = await write();
    const at = after(new Date(), hourMs);
    expect(await raisedBy(() => publish(id, { at }))).toBe(0);
    expect(await newsSlugs()).not.toContain(`${isoDay(at)}-a-handbook`);
    expect(await raisedBy(() => showDue(new Date()))).toBe(0);

    await prisma.publication.update({ where: { id }, data: { publishedAt: new Date() } });
    expect(await newsSlugs()).toContain(addressOfRelease);
    expect(await raisedBy(() => showDue(new Date()))).toBe(1);
    expect(await raisedBy(() => showDue(new Date()))).toBe(0);
  });

  test("is never dated back", async () => {
    const id = await write();
    await publish(id, { at: new Date("2020-01-01") });
    expect(await newsSlugs()).toContain(addressOfRelease);
  });

  test("can be taken off the schedule: it is a draft again", async () => {
    const id = await write();
    await publish(id, { at: after(new Date(), dayMs) });
    expect(successOf(await withdraw(id, null)).outcome).toBe("unscheduled");
    expect(await findPublication(id)).toMatchObject({ state: "draft", publishedAt: null });
    expect((await listPublications("", 1)).publications[0]?.texts[0]?.publicId).toBeNull();
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

describe("a correction", () => {
  const corrected = {
    ...release,
    body: "It has **six** chapters.",
    correction: "An earlier version spoke of five chapters.",
  };

  test("shows at once, with what was corrected and when, in page and feed", async () => {
    const id = await write();
    await publish(id);
    expect(await raisedBy(() => save(id, corrected))).toBe(1);
    expect(await findNewsItem(defaultLocale, addressOfRelease)).toMatchObject({
      corrections: [{ date: today, text: corrected.correction }],
    });
    expect(await feed()).toContain("<strong>six</strong>");
  });

  test("is refused without saying what it corrects", async () => {
    const id = await write();
    await publish(id);
    const silent = await save(id, { ...corrected, correction: null });
    expect(reasonOf(silent)).toBe("correctionMissing");
    expect(await feed()).toContain("<strong>five</strong>");
  });

  test("can be undone: the old text is a further version, said to be a correction too", async () => {
    const id = await write();
    await publish(id);
    await save(id, corrected);
    const undone = { ...release, correction: "There are five chapters after all." };
    expect(successOf(await save(id, undone)).outcome).toBe("corrected");
    const versions = await listVersions(id, defaultLocale);
    expect(versions.map(({ number, body }) => ({ number, body }))).toEqual([
      { number: 3, body: release.body },
      { number: 2, body: corrected.body },
      { number: 1, body: release.body },
    ]);
    expect((await findNewsItem(defaultLocale, addressOfRelease))?.corrections).toHaveLength(2);
  });

  test("of what is scheduled is none: nobody has read it yet", async () => {
    const id = await write();
    await publish(id, { at: after(new Date(), dayMs) });
    expect(successOf(await save(id, corrected)).outcome).toBe("saved");
    expect((await listVersions(id, defaultLocale))[0]?.correction).toBeNull();
  });
});

describe("where a second person must read it", () => {
  const isReviewDemanded = true;

  test("nobody publishes what they wrote last, and a colleague does", async () => {
    const id = await write();
    expect(successOf(await handOver({ id, seen: 1, staffId: writer }))).toBeTruthy();
    expect(await findPublication(id)).toMatchObject({ state: "in_review" });
    const own = await publish(id, { isReviewDemanded });
    expect(reasonOf(own)).toBe("secondPersonNeeded");
    expect(await newsSlugs()).not.toContain(addressOfRelease);
    await publish(id, { isReviewDemanded, staffId: colleague });
    expect(await newsSlugs()).toContain(addressOfRelease);
  });

  test("so it is when the settings say so, and not before", async () => {
    const id = await write();
    const typed = async () => ({ id, seen: String(await versionOf(id)), intent: "publish" });
    await prisma.settings.create({ data: { values: { publicationsNeedTwo: true } } });
    expect(await changeSaved(await typed(), release, writer)).toMatchObject({
      formError: expect.stringContaining("somebody else must read it first") as string,
    });
    expect(await changeSaved(await typed(), release, colleague)).toEqual({ done: "published" });
    await prisma.settings.deleteMany();
    const further = { ...release, title: "A longer handbook", correction: "The title." };
    expect(await changeSaved(await typed(), further, writer)).toEqual({ done: "published" });
  });

  test("a draft that is changed while it is read is a draft again", async () => {
    const id = await write();
    await handOver({ id, seen: 1, staffId: writer });
    await save(id, { ...release, title: "Changed" }, { isReviewDemanded });
    expect(await findPublication(id)).toMatchObject({ state: "draft" });
  });

  test("a correction shows once a colleague publishes it", async () => {
    const id = await write();
    await publish(id, { isReviewDemanded, staffId: colleague });
    const corrected = { ...release, title: "Corrected", correction: "The title was wrong." };
    expect(await raisedBy(() => save(id, corrected, { isReviewDemanded }))).toBe(0);
    expect((await findNewsItem(defaultLocale, addressOfRelease))?.title).toBe(release.title);
    expect((await findNewsItem(defaultLocale, addressOfRelease))?.corrections).toEqual([]);
    expect((await publish(id, { isReviewDemanded })).ok).toBe(false);
    expect(await raisedBy(() => publish(id, { isReviewDemanded, staffId: colleague }))).toBe(1);
    expect(await findNewsItem(defaultLocale, addressOfRelease)).toMatchObject({
      title: "Corrected",
      corrections: [{ text: "The title was wrong." }],
    });
  });
});

describe("what is withdrawn", () => {
  test("leaves every list, and a sentence at its address", async () => {
    const id = await write();
    await publish(id);
    expect(reasonOf(await withdraw(id, null))).toBe("reasonMissing");
    expect(await raisedBy(() => withdraw(id))).toBe(1);
    expect(await newsSlugs()).not.toContain(addressOfRelease);
    expect(await findNewsItem(defaultLocale, addressOfRelease)).toBeNull();
    expect(await findWithdrawal("news", addressOfRelease)).toEqual({
      title: release.title,
      reason: "It named a wrong city.",
      date: today,
    });
    expect(await findWithdrawal("news", "2019-01-01-a-handbook")).toBeNull();
    expect(reasonOf(await save(id, { ...release, title: "x" }))).toBe("withdrawn");
  });

  test("and was an event answers with 410 for calendars", async () => {
    const id = await write(workshop, "event", "registers");
    await publish(id);
    const ask = () =>
      answerEvent(new Request("http://localhost"), {
        params: Promise.resolve({ locale: "en", file: "registers.ics" }),
      });
    expect((await ask()).status).toBe(200);
    await withdraw(id);
    const answer = await ask();
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain("It named a wrong city.");
  });

  test("can be published again at the address that it had", async () => {
    const id = await write();
    await publish(id);
    await withdraw(id);
    await publish(id);
    expect(await newsSlugs()).toContain(addressOfRelease);
    expect(await findWithdrawal("news", addressOfRelease)).toBeNull();
  });
});

describe("a picture", () => {
  const add = async (id: string, file: Uint8Array) =>
    addPicture({ publicationId: id, file, staffId: writer });
  const pictureOf = async (id: string) => {
    const [found] = (await findPublication(id))?.pictures ?? [];
    if (!found) throw new Error("The publication has no picture.");
    return found;
  };

  test.each(["png", "jpeg", "webp"] as const)(
    "that is %s becomes a small WebP without what the camera wrote into it",
    async (format) => {
      const id = await write();
      const exif = { IFD0: { Copyright: "taken at 52.37 north" } };
      const file = await photograph().withExif(exif).toFormat(format).toBuffer();
      expect(successOf(await add(id, file)).number).toBe(1);
      const { id: pictureId, ...size } = await pictureOf(id);
      expect(size).toEqual({ number: 1, width: 1600, height: 900 });
      const stored = await findAnyPicture(pictureId);
      const metadata = await sharp(stored ?? new Uint8Array()).metadata();
      expect(metadata).toMatchObject({ format: "webp", width: 1600 });
      expect(metadata.exif).toBeUndefined();
    },
  );

  test("is public only while a public text shows it", async () => {
    const id = await write();
    await add(id, await photograph().png().toBuffer());
    const { id: pictureId } = await pictureOf(id);
    await publish(id);
    expect((await picture(pictureId)).status).toBe(404);
    const body = "![A blue field](picture-1)";
    await save(id, { ...release, body, correction: "A picture was added." });
    const answer = await picture(pictureId);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(await feed()).toMatch(new RegExp(`src="http[^"]+/data/pictures/${pictureId}\\.webp"`));
    await withdraw(id);
    expect((await picture(pictureId)).status).toBe(404);
  });

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ["HTML", () => Buffer.from("<script>alert(1)</script>"), "notAPicture"],
    ["an SVG", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "notAPicture"],
    ["a GIF", () => photograph(10, 10).gif().toBuffer(), "notAPicture"],
    ["nothing", () => new Uint8Array(), "notAPicture"],
    [
      "a PNG that ends early",
      async () => (await photograph().png().toBuffer()).subarray(0, 200),
      "notAPicture",
    ],
    [
      "the head of a PNG before something else",
      () => Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(500, 60)]),
      "notAPicture",
    ],
    ["too many pixels", () => photograph(8_000, 6_000).png().toBuffer(), "tooManyPixels"],
    ["too many bytes", () => new Uint8Array(6_000_001), "tooManyBytes"],
  ])("is refused where the file is %s", async (_, file, reason) => {
    const id = await write();
    expect(reasonOf(await add(id, await file()))).toBe(reason);
    expect(await prisma.publicationPicture.count()).toBe(0);
  });
});

test("every step is written down with who took it", async () => {
  const id = await write();
  await handOver({ id, seen: 1, staffId: writer });
  await publish(id, { staffId: colleague });
  await save(id, { ...release, title: "Corrected", correction: "The title was wrong." });
  await withdraw(id);
  const events = await prisma.event.findMany({
    orderBy: { id: "asc" },
    select: { kind: true, staffId: true, detail: true },
  });
  expect(events.map(({ kind, staffId }) => ({ kind, staffId }))).toEqual([
    { kind: "publication_written", staffId: writer },
    { kind: "publication_handed_over", staffId: writer },
    { kind: "publication_published", staffId: colleague },
    { kind: "publication_corrected", staffId: writer },
    { kind: "publication_withdrawn", staffId: writer },
  ]);
  expect(events.every(({ detail }) => JSON.stringify(detail).includes(id))).toBe(true);
});
