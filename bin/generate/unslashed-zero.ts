import * as fontkit from "fontkit";
import subsetFont from "subset-font";

type Point = { x: number; y: number; isOn: boolean };

/**
 * A font of one letter: the zero of the typeface without its slash, as wide as the one with
 * it. The typeface has no such letter, but the two halves of its zero have all that is needed.
 *
 * @param typeface the letters with the zero, in all weights
 */
export async function makeUnslashedZero(typeface: Buffer, weight: 400 | 700): Promise<Buffer> {
  const slashed = await subsetFont(typeface, "0", {
    targetFormat: "truetype",
    variationAxes: { wght: weight },
    noLayoutClosure: true,
  });
  return subsetFont(withZero(slashed, withoutSlash(contoursOf(slashed))), "0", {
    targetFormat: "woff2",
  });
}

/** Those of the zero, each without the point that closes it. */
function contoursOf(file: Buffer): Point[][] {
  const font = fontkit.create(file);
  if (!("glyphForCodePoint" in font)) throw new Error("This is a collection of fonts.");
  const contours: Point[][] = [];
  for (const { command, args } of font.glyphForCodePoint(0x30).path.commands) {
    if (command === "moveTo") contours.push([]);
    if (command === "closePath") continue;
    args.forEach((x, at) => {
      const y = args[at + 1];
      if (at % 2 === 0 && y !== undefined)
        contours.at(-1)?.push({ x, y, isOn: at === args.length - 2 });
    });
  }
  return contours.map((contour) => contour.slice(0, -1));
}

/** The counter is put together from the two quarters that the slash does not touch. */
function withoutSlash(contours: Point[][]): Point[][] {
  const [outline, lowerHalf, upperHalf] = contours;
  const bottom = lowerHalf?.[0];
  if (!outline || !bottom || !upperHalf || contours.length !== 3)
    throw new Error("The zero is not drawn as an outline with two halves any more.");
  const left = extreme(lowerHalf, ({ x }) => -x);
  const right = extreme(upperHalf, ({ x }) => x);
  const top = extreme(upperHalf, ({ y }) => y);
  const lowerLeft = [...lowerHalf.slice(lowerHalf.indexOf(left)), bottom];
  const upperRight = upperHalf.slice(upperHalf.indexOf(right), upperHalf.indexOf(top) + 1);
  const mirrored = (quarter: Point[]) =>
    quarter.toReversed().map((point) => ({ ...point, x: 2 * bottom.x - point.x }));
  const counter = [mirrored(lowerLeft), upperRight, mirrored(upperRight), lowerLeft];
  // Where two quarters meet, both have the point.
  return [outline, counter.flatMap((quarter) => quarter.slice(0, -1))];
}

const extreme = (points: Point[], measure: (point: Point) => number): Point =>
  points
    .filter(({ isOn }) => isOn)
    .reduce((best, point) => (measure(point) > measure(best) ? point : best));

/** The same file with another drawing of its second and last letter; the first is for others. */
function withZero(file: Buffer, contours: Point[][]): Buffer {
  const tables = tablesOf(file);
  const missing = tableOf(tables, "glyf").subarray(0, offsetOfZero(tables));
  const glyphs = Buffer.concat([missing, encodeGlyph(contours)]);
  const offsets = Buffer.alloc(12);
  [0, missing.length, glyphs.length].forEach((offset, index) =>
    offsets.writeUInt32BE(offset, 4 * index),
  );
  const head = Buffer.from(tableOf(tables, "head"));
  head.writeInt16BE(1, 50); // Offsets of four bytes.
  return encodeTables(
    file,
    new Map([...tables, ["glyf", glyphs], ["loca", offsets], ["head", head]]),
  );
}

function tablesOf(file: Buffer): Map<string, Buffer> {
  const tables = Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
    const entry = file.subarray(12 + 16 * index, 28 + 16 * index);
    const start = entry.readUInt32BE(8);
    return [
      entry.toString("latin1", 0, 4),
      file.subarray(start, start + entry.readUInt32BE(12)),
    ] as const;
  });
  return new Map(tables);
}

function tableOf(tables: Map<string, Buffer>, name: string): Buffer {
  const table = tables.get(name);
  if (!table) throw new Error(`The font has no table ${name}.`);
  return table;
}

function offsetOfZero(tables: Map<string, Buffer>): number {
  const isLong = tableOf(tables, "head").readInt16BE(50) === 1;
  const offsets = tableOf(tables, "loca");
  return isLong ? offsets.readUInt32BE(4) : 2 * offsets.readUInt16BE(2);
}

/** https://learn.microsoft.com/typography/opentype/spec/glyf, with coordinates of two bytes each */
function encodeGlyph(contours: Point[][]): Buffer {
  const points = contours.flat();
  const xs = points.map(({ x }) => Math.round(x));
  const ys = points.map(({ y }) => Math.round(y));
  const steps = (values: number[]) => values.map((value, at) => value - (values[at - 1] ?? 0));
  const ends = contours.map(
    (_, index) => contours.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0) - 1,
  );
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const instructions = 0;
  return Buffer.concat([
    twoBytesEach([contours.length, ...box, ...ends, instructions]),
    Buffer.from(points.map(({ isOn }) => (isOn ? 1 : 0))),
    twoBytesEach([...steps(xs), ...steps(ys)]),
  ]);
}

function twoBytesEach(values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => bytes.writeInt16BE(value, 2 * index));
  return bytes;
}

/** Without checksums, which the subsetter makes anew. */
function encodeTables(file: Buffer, tables: Map<string, Buffer>): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.size);
  file.copy(directory, 0, 0, 12);
  let end = directory.length;
  const contents = [...tables].map(([name, content], index) => {
    const entry = directory.subarray(12 + 16 * index, 28 + 16 * index);
    entry.write(name, "latin1");
    entry.writeUInt32BE(end, 8);
    entry.writeUInt32BE(content.length, 12);
    const padded = Buffer.alloc(4 * Math.ceil(content.length / 4));
    content.copy(padded);
    end += padded.length;
    return padded;
  });
  return Buffer.concat([directory, ...contents]);
}
