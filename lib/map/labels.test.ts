import { describe, expect, it } from "vitest";
import { regionMaps } from "@/lib/map/base-maps";
import { wholeOf } from "@/lib/map/crop";
import { markerKindOf, placeMarkers, tiers, type PlacedMarker } from "@/lib/map/markers";
import { spotsOf, type MappedCity } from "@/lib/map/spots";
import { estimateWidth } from "@/lib/map/text-width";

const city = (
  name: string,
  latitude: number,
  longitude: number,
  isFounder = false,
): MappedCity => ({ slug: name, name, countryCode: "NL", latitude, longitude, isFounder });

const amsterdam = city("Amsterdam", 52.374, 4.89, true);
const inEurope = [
  amsterdam,
  city("Barcelona", 41.389, 2.159, true),
  city("Berlin", 52.524, 13.411),
  city("Bratislava", 48.148, 17.107),
  city("Grenoble", 45.171, 5.722),
  city("Lyon", 45.748, 4.847),
  city("Milan", 45.464, 9.19),
  city("Torino", 45.07, 7.687),
  city("Vienna", 48.208, 16.372),
  city("Zaragoza", 41.656, -0.877),
];
const longest = city("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", 53.223, -4.2);

const europe = regionMaps.find(({ name }) => name === "europe");
const drawn = (cities: MappedCity[]): PlacedMarker[] =>
  europe ? placeMarkers(spotsOf(cities), wholeOf(europe)) : [];
const widths = [18, 22, 29.9, 30, 36, 42, 60, 100];

type Rectangle = { left: number; right: number; top: number; bottom: number };

function labelAt({ name, at, shift, label }: PlacedMarker, width: number): Rectangle {
  const length = estimateWidth(name);
  const left =
    at.x * width + shift.x + label.x - { start: 0, middle: length / 2, end: length }[label.anchor];
  const base = (at.y * width * 4) / 5 + shift.y + label.y;
  return { left, right: left + length, top: base - 0.8, bottom: base + 0.2 };
}

const markAt = ({ at, shift }: PlacedMarker, width: number) => ({
  x: at.x * width + shift.x,
  y: (at.y * width * 4) / 5 + shift.y,
});
const isShown = ({ label }: PlacedMarker, width: number) =>
  label.tier !== null && width >= (tiers[label.tier] ?? 0);
const overlap = (one: Rectangle, other: Rectangle) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

describe.each([
  ["ten cities of Europe", inEurope],
  ["two cities at the same place", [...inEurope, city("Mokum", 52.374, 4.89)]],
  ["the longest name of Wales", [...inEurope, longest]],
])("labels of %s", (_, cities) => {
  const marks = drawn(cities);

  it.each(widths)("do not overlap at %d em, nor leave the picture", (width) => {
    const shown = marks.filter((mark) => isShown(mark, width)).map((mark) => labelAt(mark, width));
    expect(shown.length).toBeGreaterThan(3);
    shown.forEach((label, index) => {
      expect(shown.slice(index + 1).filter((other) => overlap(label, other))).toEqual([]);
      expect(label.left).toBeGreaterThanOrEqual(0);
      expect(label.right).toBeLessThanOrEqual(width);
    });
  });

  it.each(widths)("cover no mark at %d em", (width) => {
    for (const mark of marks.filter((candidate) => isShown(candidate, width))) {
      const { left, right, top, bottom } = labelAt(mark, width);
      const covered = marks
        .map((other) => markAt(other, width))
        .filter(({ x, y }) => x > left && x < right && y > top && y < bottom);
      expect(covered).toEqual([]);
    }
  });

  it.each(widths)("stand beside marks that are an em and more apart at %d em", (width) => {
    const points = marks.map((mark) => markAt(mark, width));
    points.forEach((one, index) => {
      for (const other of points.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(1);
    });
  });

  it("are the same each time", () => expect(drawn(cities)).toEqual(marks));
});

it("draws cities that residents ask beneath members, who choose the place of their names first", () => {
  const endorsed = { ...city("Potsdam", 52.39, 13.06), slug: "potsdam" };
  const marks = europe ? placeMarkers(spotsOf(inEurope, [endorsed]), wholeOf(europe)) : [];
  expect(marks.map(({ spot }) => markerKindOf(spot))).toEqual([
    "endorsed",
    ...Array.from({ length: 8 }, () => "member"),
    "founder",
    "founder",
  ]);
  const tierOf = (name: string) => marks.find((mark) => mark.name === name)?.label.tier ?? 3;
  expect(tierOf("Berlin")).toBeLessThan(tierOf("Potsdam"));
});

it("gives founders their names on the narrowest telephone, and more names where there is more room", () => {
  const marks = drawn(inEurope);
  const namesAt = (width: number) =>
    marks.filter((mark) => isShown(mark, width)).map(({ name }) => name);
  expect(namesAt(18)).toEqual(expect.arrayContaining(["Amsterdam", "Barcelona"]));
  expect(namesAt(60).length).toBeGreaterThan(namesAt(18).length);
});

it("shows a name that fits nowhere only while its mark is pointed at", () => {
  expect(drawn([amsterdam, longest]).find(({ name }) => name === longest.name)?.label.tier).toBe(2);
  const tooLong = { ...longest, name: longest.name.repeat(3) };
  expect(
    drawn([amsterdam, tooLong]).find(({ name }) => name === tooLong.name)?.label.tier,
  ).toBeNull();
});
