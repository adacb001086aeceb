import { readFileSync } from "node:fs";
import sharp from "sharp";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { readMandateFile } from "@/lib/applications/files/read-file";
import { resolution } from "@/tests/support/applications/resolution";

const scan = (format: "png" | "jpeg" | "webp") =>
  sharp({ create: { width: 4_000, height: 100, channels: 4, background: "#ffffff80" } })
    .withExif({ IFD3: { GPSLatitude: "51/1 3/1 0/1" } })
    .toFormat(format)
    .toBuffer();

const reasonFor = async (file: Buffer) => {
  const read = await readMandateFile(file);
  return read.ok ? read.format : read.reason;
};

test("a PDF stays as it is", async () => {
  expect(await readMandateFile(resolution)).toEqual({
    ok: true,
    format: "pdf",
    bytes: resolution,
  });
});

test("the PDF of the declaration, which another program has made, is one", async () => {
  const declaration = readFileSync("public/declaration-2018-en.pdf");
  expect(await reasonFor(declaration)).toBe("pdf");
});

test.each(["png", "jpeg", "webp"] as const)(
  "a %s is drawn anew, smaller and without where it was taken",
  async (format) => {
    const read = await readMandateFile(await scan(format));
    if (!read.ok) throw new Error(read.reason);
    const { format: drawn, width, exif } = await sharp(read.bytes).metadata();
    expect([read.format, drawn, width, exif]).toEqual(["jpeg", "jpeg", 3_000, undefined]);
  },
);

test.each([
  ["a web page", "<!doctype html><script>alert(1)</script>"],
  ["a program", "MZ\x90\0\x03"],
  ["a picture that can hold scripts", '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
  ["a picture of another kind", "GIF89a"],
  ["nothing", ""],
])("%s is refused, whatever its name says", async (_, text) => {
  expect(await reasonFor(Buffer.from(text, "latin1"))).toBe("unknownFormat");
});

const withMarkup = Buffer.concat([
  Buffer.from("%PDF-1.7\n<html><script>alert(1)</script>\n"),
  resolution.subarray(9),
]);
const zip = Buffer.from(zipSync({ "a.class": new Uint8Array(8) }));
const hostile: [string, Buffer][] = [
  ["a web page that begins as a PDF", withMarkup],
  ["a web page behind the first letters of a PDF", Buffer.from("%PDF-<html>")],
  ["a ZIP at the end of a PDF", Buffer.concat([resolution, zip])],
  ["a ZIP that hides before the end", Buffer.concat([resolution, zip, resolution.subarray(-600)])],
  ["bytes behind the end", Buffer.concat([resolution, Buffer.from("more")])],
  ["half a PDF", resolution.subarray(0, resolution.length / 2)],
  ["a PDF without cross references", Buffer.from("%PDF-1.7\nstartxref\n9\n%%EOF\n")],
];
test.each(hostile)("%s is refused", async (_, file) => {
  expect(await reasonFor(file)).toBe("damaged");
});

test("half a picture is refused", async () => {
  const picture = await sharp(
    Buffer.from(Array.from({ length: 120_000 }, (_, at) => (at * 97) % 256)),
    {
      raw: { width: 200, height: 200, channels: 3 },
    },
  )
    .png()
    .toBuffer();
  expect(await reasonFor(picture.subarray(0, picture.length / 2))).toBe("damaged");
});

test("a picture of more pixels than any camera makes is refused before it is decoded", async () => {
  const wall = await sharp({
    create: { width: 40_001, height: 1_000, channels: 3, background: "white" },
  })
    .png()
    .toBuffer();
  expect(await reasonFor(wall)).toBe("tooManyPixels");
});

test("one byte more than ten megabytes is too much", async () => {
  const padding = (length: number) => Buffer.alloc(length - resolution.length, "\n");
  expect(await reasonFor(Buffer.concat([resolution, padding(10_000_000)]))).not.toBe("tooLarge");
  expect(await reasonFor(Buffer.concat([resolution, padding(10_000_001)]))).toBe("tooLarge");
});
