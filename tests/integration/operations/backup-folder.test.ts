import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir, readdir, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { before } from "@/lib/durations";
import { settings } from "@/lib/env";
import { deleteStaleParts, pruneBackups } from "@/lib/maintenance/archive-folder";
import { writeWhole, writerSignsEveryMs } from "@/lib/maintenance/archive-writer";

let directory: string;

beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), "coalition-backup-folder-"))));
afterAll(() => rmSync(directory, { recursive: true }));

describe("an archive", () => {
  test("gives way to newer ones, and nothing else does", async () => {
    const folder = join(directory, "kept");
    await mkdir(folder);
    const names = [
      "coalition-20261129T101500Z.tar.gz",
      "coalition-20261128T101500Z.tar.gz.age",
      "coalition-20261127T101500Z.tar.gz",
      "coalition-20261129T111500Z.tar.gz.part",
      "holiday.tar.gz",
    ];
    for (const name of names) writeFileSync(join(folder, name), "");

    const now = new Date("2026-11-29T12:00:00Z");
    expect(await pruneBackups(folder, { keep: 2, days: 30 }, now)).toEqual([
      "coalition-20261127T101500Z.tar.gz",
    ]);
    expect((await readdir(folder)).sort()).toEqual(
      names.filter((name) => !name.includes("27T")).sort(),
    );
  });

  test("deletes what is older than the days of the setting, but never itself", async () => {
    const folder = join(directory, "days");
    await mkdir(folder);
    const old = "coalition-20261129T101500Z.tar.gz";
    const newest = "coalition-20261129T101501Z.tar.gz";
    for (const name of [old, newest]) writeFileSync(join(folder, name), "");
    const prune = (now: string) =>
      pruneBackups(folder, { keep: null, days: settings.parse({}).BACKUP_DAYS }, new Date(now));

    expect(await prune("2026-12-29T10:15:00Z")).toEqual([]);
    expect(await prune("2026-12-29T10:15:01Z")).toEqual([old]);
    expect(await prune("2027-12-29T10:15:01Z")).toEqual([]);
    expect(await readdir(folder)).toEqual([newest]);
  });

  test("deletes what a killed one has left, and nothing that another is writing", async () => {
    const folder = join(directory, "stale");
    await mkdir(folder);
    const ofKilled = "coalition-20261129T101500Z.tar.gz.part";
    const ofRunning = "coalition-20261129T101501Z.tar.gz.age.part";
    const ofOthers = "holiday.tar.gz.part";
    const now = new Date();
    for (const name of [ofKilled, ofRunning, ofOthers]) writeFileSync(join(folder, name), "");
    const longAgo = before(now, 16 * writerSignsEveryMs);
    for (const name of [ofKilled, ofOthers]) await utimes(join(folder, name), longAgo, longAgo);

    await deleteStaleParts(folder, now);
    expect((await readdir(folder)).sort()).toEqual([ofRunning, ofOthers]);
  });

  test("is not taken for one that was killed while the database lets it wait", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    await writeWhole(join(directory, "waiting"), async (unfinished) => {
      writeFileSync(unfinished, "the first tables");
      const longAgo = before(new Date(), 16 * writerSignsEveryMs);
      await utimes(unfinished, longAgo, longAgo);
      vi.advanceTimersByTime(writerSignsEveryMs);
      await vi.waitFor(() => expect(statSync(unfinished).mtime > longAgo).toBe(true));
    });
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});
