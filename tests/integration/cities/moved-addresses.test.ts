import { beforeEach, expect, test } from "vitest";
import { GET as getCard } from "@/app/[locale]/card/[[...path]]/route";
import { GET as getEmbed } from "@/app/[locale]/embed/[...path]/route";
import { GET as getMark } from "@/app/data/cities/[slug]/mark.svg/route";
import { GET as getMotion } from "@/app/data/dossiers/[language]/[slug]/motion.txt/route";
import { GET as getOembed } from "@/app/data/oembed/route";
import sitemap from "@/app/sitemap";
import { findCard } from "@/lib/cards/queries";
import { prisma } from "@/lib/db";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { linkCity } from "@/lib/members/link-commands";
import { renameCity } from "@/lib/members/rename-commands";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { readData } from "@/tests/support/public/open-data";
import { placeIds } from "@/tests/support/database/places";
import { resetWithSignatories } from "@/tests/support/applications/review";

// What other sites hold of a city goes on to work when its address changes.

const { amsterdam, newYorkCity } = placeIds;
let staffId: string;

beforeEach(async () => {
  staffId = await resetWithSignatories();
});

const request = (path: string) => new Request(siteUrl() + path);
const embed = async (name: string) =>
  getEmbed(request(`/en/embed/cities/amsterdam/${name}`), {
    params: Promise.resolve({ locale: "en", path: ["cities", "amsterdam", name] }),
  });
const oembed = () =>
  getOembed(request(`/data/oembed?url=${encodeURIComponent(`${siteUrl()}/en/cities/amsterdam`)}`));

/** What each thing at the former address says: its status, and whether it names the city of today. */
async function atFormerAddress(name: string, slug: string) {
  const params = { params: Promise.resolve({ slug: "amsterdam" }) };
  const texts = {
    badge: await embed("badge"),
    badgePicture: await embed("badge-dark.svg"),
    counter: await embed("counter"),
    oembed: await oembed(),
  };
  const named = await Promise.all(
    Object.entries(texts).map(async ([kind, response]) => [
      kind,
      response.status === 200 && (await response.text()).includes(name),
    ]),
  );
  const card = await getCard(request("/en/card/cities/amsterdam"), {
    params: Promise.resolve({ locale: "en", path: ["cities", "amsterdam"] }),
  });
  const pages = (await sitemap()).map(({ url }) => url);
  return {
    ...(Object.fromEntries(named) as Record<string, boolean>),
    mark: (await getMark(request("/data/cities/amsterdam/mark.svg"), params)).status,
    card: [card.status, (await findCard(defaultLocale, "/cities/amsterdam"))?.title],
    isInSitemap: pages.includes(`${siteUrl()}/en/cities/amsterdam`),
    isTodaysInSitemap: pages.includes(`${siteUrl()}/en/cities/${slug}`),
    ofTodayIsInData: (await readData("signatories.json")).includes(`/en/cities/${slug}"`),
  };
}

const works = {
  ...{ badge: true, badgePicture: true, counter: true, oembed: true, mark: 200 },
  ...{ isInSitemap: false, isTodaysInSitemap: true, ofTodayIsInData: true },
};

test("of a city with a new name, everything at its former address is the city's of today", async () => {
  await renameCity({ cityId: amsterdam, seen: "Amsterdam", name: "Mokum", staffId });
  expect(await atFormerAddress("Mokum", "mokum")).toEqual({ ...works, card: [200, "Mokum"] });
});

test("of a city that is part of another, it is that of the other", async () => {
  await linkCity({ cityId: amsterdam, intoCityId: newYorkCity, kind: "merged", staffId });
  expect(await atFormerAddress("New York City", "new-york-city")).toEqual({
    ...works,
    card: [200, "New York City"],
  });
});

test("of a city that has left since, and that residents ask, its counter, card and motion", async () => {
  await renameCity({ cityId: amsterdam, seen: "Amsterdam", name: "Mokum", staffId });
  const seenSteps = await prisma.cityStep.count({ where: { cityId: amsterdam } });
  await recordStep({
    ...{ cityId: amsterdam, kind: "left", note: null, staffId, seenSteps },
    ...{ publicReason: null, confirmed: 0 },
  });
  await endorseAndConfirm({ cityId: amsterdam });
  const counter = await (await embed("counter")).text();
  expect(counter).toContain("Mokum");
  expect(counter).toContain(`href="${siteUrl()}/en/cities/mokum"`);
  expect((await findCard(defaultLocale, "/cities/amsterdam"))?.title).toBe("Mokum");
  const motion = await getMotion(request("/data/dossiers/en/amsterdam/motion.txt"), {
    params: Promise.resolve({ language: "en", slug: "amsterdam" }),
  });
  expect([motion.status, await motion.text()]).toEqual([200, expect.stringContaining("Mokum")]);
});
