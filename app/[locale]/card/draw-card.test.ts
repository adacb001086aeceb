import { afterEach, expect, test, vi } from "vitest";
import { drawCard } from "@/app/[locale]/card/draw-card";
import type { Card } from "@/lib/cards/card";

const coalition = "Cities Coalition for Digital Rights";
const ghent: Card = { title: "Ghent", below: ["Belgium"], picture: { kind: "mark" } };

// The first card loads what draws it.
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => vi.unstubAllGlobals());

const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test.each<[string, Card]>([
  ["a city", ghent],
  [
    "a member city",
    {
      ...ghent,
      picture: {
        kind: "cityMark",
        city: { cityId: 2797656, name: "Ghent", latitude: 51.05, longitude: 3.71667 },
      },
    },
  ],
  [
    "the home page",
    {
      title: "Your rights",
      below: ["26 of 100 cities"],
      picture: { kind: "skyline", signatories: 26, goal: 100 },
    },
  ],
  [
    "a principle",
    {
      above: "Principle 4",
      title: "Participatory democracy",
      below: [],
      picture: { kind: "principle", number: 4 },
    },
  ],
  [
    "a long name",
    { ...ghent, title: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" },
  ],
  [
    "a name that looks like a tag, a thousand times",
    { ...ghent, title: "</svg><script>alert(1)</script> &amp; ".repeat(1_000) },
  ],
])("the card of %s is a picture of 1200 by 630 pixels", async (_, card) => {
  expect(sizeOf(await drawCard(card, coalition))).toEqual([1200, 630]);
});

test.each([
  ["narrow", "Llanfairpwllgwyngyll ".repeat(6).slice(0, 119)],
  ["wide", "W".repeat(109)],
])("a long name of %s letters stands on the card to its last one", async (_, name) => {
  const city = { cityId: 2797656, name: "Ghent", latitude: 51.05, longitude: 3.71667 };
  const draw = (title: string) =>
    drawCard({ ...ghent, title, picture: { kind: "cityMark", city } }, coalition);
  expect(await draw(`${name}m`)).not.toEqual(await draw(`${name}i`));
});

test.each(["西安", "القاهرة", "Ghent 🎉", "\u202eGhent"])(
  "the card of %j goes without the name, and fetches no letters from anywhere",
  async (title) => {
    const fetched = vi.fn();
    vi.stubGlobal("fetch", fetched);
    const without = await drawCard({ ...ghent, title: "" }, coalition);
    expect(await drawCard({ ...ghent, title }, coalition)).toEqual(without);
    expect(await drawCard(ghent, coalition)).not.toEqual(without);
    expect(fetched).not.toHaveBeenCalled();
  },
);

test("the name of the coalition goes too where it cannot be written", async () => {
  const inArabic = await drawCard(ghent, "ائتلاف المدن");
  expect(inArabic).toEqual(await drawCard(ghent, ""));
  expect(inArabic).not.toEqual(await drawCard(ghent, coalition));
});

test("a card that cannot be drawn keeps no other one waiting", async () => {
  const broken = drawCard({ ...ghent, picture: { kind: "principle", number: 6 as 5 } }, coalition);
  const next = drawCard(ghent, coalition);
  await expect(broken).rejects.toThrow();
  expect(sizeOf(await next)).toEqual([1200, 630]);
});
