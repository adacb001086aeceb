import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { GET as answerPicture } from "@/app/data/pictures/[file]/route";
import { prisma } from "@/lib/db";
import { addPicture } from "@/lib/publications/picture-commands";
import { findAnyPicture } from "@/lib/publications/picture-queries";
import { findPublication } from "@/lib/publications/staff-queries";
import { successOf } from "@/tests/support/result";
import {
  feed,
  hireWriters,
  publish,
  reasonOf,
  release,
  save,
  team,
  withdraw,
  write,
} from "@/tests/support/public/publications";

const picture = (id: string) =>
  answerPicture(new Request("http://localhost"), {
    params: Promise.resolve({ file: `${id}.webp` }),
  });

const photograph = (width = 3_200, height = 1_800) =>
  sharp({ create: { width, height, channels: 3, background: "#345678" } });

beforeEach(hireWriters);

describe("a picture", () => {
  const add = async (id: string, file: Uint8Array) =>
    addPicture({ publicationId: id, file, staffId: team.writer });
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
