import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { crc32 } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultLocale } from "@/lib/i18n/locales";
import { makePressKit, pressKitOf, pressKitTexts } from "@/lib/press/press-kit";

const address = "press@coalition.example";
const figures = { cities: 26, countries: 16, date: new Date("2026-11-28T00:00:00Z") };
const { archive, tag } = pressKitOf(defaultLocale, figures, address);
const files = unzipSync(archive);
const textOf = (name: string) => strFromU8(files[`press-kit/${name}`] ?? new Uint8Array());

test("the logo is there with its name and alone, on both grounds and in one colour, as SVG and PNG", () => {
  const logos = ["logo", "mark"].flatMap((shape) =>
    ["black", "on-dark", "on-light", "white"].flatMap((ink) =>
      ["png", "svg"].map((format) => `press-kit/logo/${shape}-${ink}.${format}`),
    ),
  );
  expect(Object.keys(files).filter((name) => name.includes("/logo/"))).toEqual(logos);
  expect(textOf("logo/logo-on-light.svg")).toBe(
    readFileSync("public/logo/logo-on-light.svg", "utf8"),
  );
});

test("the texts name whom to ask, what may be used, how many cities there are, and each fact with its source", () => {
  expect(textOf("read-me.txt")).toContain(address);
  expect(textOf("read-me.txt")).toContain("https://creativecommons.org/licenses/by-sa/4.0/");
  expect(textOf("about-the-coalition.txt")).toContain("founded it in 2018");
  const facts = textOf("facts-and-figures.txt");
  expect(facts).toContain("On 28 November 2026, 26 cities in 16 countries stood");
  expect(facts).toContain(
    "7 January 2020\r\n45 cities have endorsed the five principles.\r\nSource: UN-Habitat’s review",
  );
  expect(facts.match(/^Source: /gm)).toHaveLength(8);
});

test("the same figures of a day give the same bytes in every time zone, and others do not", () => {
  const madeIn = (zone: string) => {
    process.env.TZ = zone;
    return {
      offset: new Date().getTimezoneOffset(),
      ...makePressKit(pressKitTexts(defaultLocale, figures, address), figures.date),
    };
  };
  const own = process.env.TZ;
  const [auckland, losAngeles] = [madeIn("Pacific/Auckland"), madeIn("America/Los_Angeles")];
  process.env.TZ = own;
  expect(auckland.offset).not.toBe(losAngeles.offset);
  expect(auckland.archive).toEqual(losAngeles.archive);
  expect(auckland.tag).toBe(tag);
  expect(pressKitOf(defaultLocale, { ...figures, cities: 27 }, address).tag).not.toBe(tag);
});

test("it is made once for the same figures", () => {
  expect(pressKitOf(defaultLocale, { ...figures }, address).archive).toBe(archive);
});

const isInstalled = (program: string): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

describe("read by another program than the one that wrote it", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "coalition-press-kit-"));
    writeFileSync(join(folder, "press-kit.zip"), archive);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("its directory gives the checksum and the length of each file", () => {
    const entries = readDirectory(Buffer.from(archive));
    expect(entries.map(({ name }) => name)).toEqual(Object.keys(files));
    for (const { name, checksum, length } of entries) {
      const content = files[name] ?? new Uint8Array();
      expect({ name, checksum, length }).toEqual({
        name,
        checksum: crc32(content),
        length: content.length,
      });
    }
  });

  test.runIf(isInstalled("unzip"))("unzip finds no fault", () => {
    const output = execFileSync("unzip", ["-t", join(folder, "press-kit.zip")], {
      encoding: "utf8",
    });
    expect(output).toContain("No errors detected");
  });
});

/** The central directory of a ZIP archive, as its format has it: names, CRC-32 and true lengths. */
function readDirectory(zip: Buffer): { name: string; checksum: number; length: number }[] {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    entries.push({
      name: zip.toString("utf8", at + 46, at + 46 + nameLength),
      checksum: zip.readUInt32LE(at + 16),
      length: zip.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}
