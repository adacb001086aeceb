import type { Coordinates } from "@/lib/cities/distance";
import { canBeWritten } from "@/lib/cities/mark-windows";
import { foldName } from "@/lib/places/fold-name";

/** The GeoNames id, the public name, and where the city lies. */
export type MarkedCity = Coordinates & { cityId: number; name: string };

/** The side of the mark's square, in its own units. */
export const markSize = 48;
/** Of a tower as wide as `towerWidth`, from the left end of its eaves. */
export const roofs = {
  posts: "h3v-4h5v4h5v-4h5v4h3z",
  gable: "l10.5-4 10.5 4z",
  arch: "a10.5 4 0 0 1 21 0z",
  leftSlope: "l21-4v4z",
  rightSlope: "v-4l21 4z",
  step: "h4v-2h4v-2h5v2h4v2h4z",
  mast: "v-1.5h9.5v-2.5h2v2.5h9.5v1.5z",
  saw: "v-4l7 4v-4l7 4v-4l7 4z",
} as const;
type Roof = keyof typeof roofs;

/** In floors. */
const towersHighest = 8;
const lettersHeight = 5;

export type MarkTower = {
  letter: string;
  floors: number;
  roof: Roof;
  /** Of one of the five principles. */
  colour: PrincipleNumber;
  /** By day its wall has the full colour, and the windows of its letter are the dark ones. */
  isByDay: boolean;
};
type PrincipleNumber = 1 | 2 | 3 | 4 | 5;

export const lights = ["moon", "ring", "diamond"] as const;

export type CityMark = {
  /** From left to right. */
  towers: readonly [MarkTower, MarkTower];
  /** Stands above the lower tower. */
  light: { kind: (typeof lights)[number]; x: number; y: number };
};

/**
 * What makes a city's mark its own: two towers whose lit windows write its initials, in two of the
 * principles' colours, and a light in their sky for where it lies: in the west of the world on the
 * left, in the north high up. Numbers alone decide the rest.
 */
export function cityMark({ cityId, name, latitude, longitude }: MarkedCity): CityMark {
  const draw = drawsFrom(cityId);
  const [first, second] = initialsOf(name);
  const colour = (draw(5) + 1) as PrincipleNumber;
  const otherColour = (((colour + draw(4)) % 5) + 1) as PrincipleNumber;
  const isWestern = longitude < 0;
  const high = towersHighest - draw(2);
  const low = lettersHeight + draw(2);
  const dayTower = draw(3);
  const roofNames = Object.keys(roofs) as Roof[];
  const roof = roofNames[draw(roofNames.length)] ?? "gable";
  const otherRoof = roofNames[draw(roofNames.length)] ?? "gable";
  return {
    towers: [
      { letter: first, floors: isWestern ? low : high, roof, colour, isByDay: dayTower === 0 },
      {
        letter: second,
        floors: isWestern ? high : low,
        roof: otherRoof,
        colour: otherColour,
        isByDay: dayTower === 1,
      },
    ],
    light: { kind: lights[draw(lights.length)] ?? "moon", ...placeOfLight(latitude, longitude) },
  };
}

/** Near the meridian, where many cities are, a degree moves it farther. */
function placeOfLight(latitude: number, longitude: number): { x: number; y: number } {
  const fromMiddle = 5 + 14 * Math.sqrt(Math.abs(longitude) / 180);
  const x = markSize / 2 + (longitude < 0 ? -fromMiddle : fromMiddle);
  return { x: rounded(x), y: rounded(7.5 - (3.5 * latitude) / 90) };
}

const rounded = (number: number): number => Math.round(number * 10) / 10;

/** The initials of a name's first two words, or the first two letters of its only one. */
export function initialsOf(name: string): [string, string] {
  const words = foldName(name)
    .toUpperCase()
    .split(" ")
    .map((word) => [...word].filter(canBeWritten).join(""))
    .filter((word) => word !== "");
  const [first = "", second] = words;
  return [first[0] ?? blank, (second ?? first.slice(1))[0] ?? blank];
}

/** For what no windows can write: all of them are dark. */
const blank = "";

/**
 * Whole numbers below a limit, one after the other, always the same for a number: splitmix32, whose
 * neighbouring seeds have nothing in common.
 */
function drawsFrom(seed: number): (limit: number) => number {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  };
}
