import { inflateSync } from "node:zlib";

/**
 * The code points that a font has a glyph for.
 * @param woff a font in the Web Open Font Format 1.0
 * @throws when it has no table of the characters of Unicode's first plane, which every font for
 *   text has
 */
export function lettersOf(woff: Buffer): Set<number> {
  const table = characterTable(woff);
  const unicode = Array.from({ length: table.readUInt16BE(2) }, (_, index) =>
    table.subarray(table.readUInt32BE(4 + index * 8 + 4)),
  ).find((part) => part.readUInt16BE(0) === 4);
  if (!unicode) throw new Error("The font has no characters in format 4.");
  return lettersOfSegments(unicode);
}

/** The font's table `cmap`, https://www.w3.org/TR/WOFF/#TableDirectory */
function characterTable(woff: Buffer): Buffer {
  const entries = Array.from({ length: woff.readUInt16BE(12) }, (_, index) =>
    woff.subarray(44 + index * 20, 64 + index * 20),
  );
  const entry = entries.find((candidate) => candidate.toString("latin1", 0, 4) === "cmap");
  if (!entry) throw new Error("The font has no table of characters.");
  const [offset, stored, original] = [
    entry.readUInt32BE(4),
    entry.readUInt32BE(8),
    entry.readUInt32BE(12),
  ];
  const bytes = woff.subarray(offset, offset + stored);
  return stored < original ? inflateSync(bytes) : bytes;
}

/**
 * https://learn.microsoft.com/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values
 */
function lettersOfSegments(part: Buffer): Set<number> {
  const width = part.readUInt16BE(6);
  const letters = new Set<number>();
  for (let at = 0; at < width; at += 2) {
    const end = part.readUInt16BE(14 + at);
    const start = part.readUInt16BE(16 + width + at);
    const delta = part.readUInt16BE(16 + 2 * width + at);
    const place = 16 + 3 * width + at;
    const range = part.readUInt16BE(place);
    for (let letter = start; letter <= end && letter < 0xffff; letter++) {
      const glyph =
        range === 0 ? letter + delta : part.readUInt16BE(place + range + 2 * (letter - start));
      if (glyph % 0x10000 !== 0) letters.add(letter);
    }
  }
  return letters;
}
