import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { latestRuns } from "@/lib/maintenance/queries";
import { newDatabase } from "@/tests/support/database/databases";
import { loadSamplePlaces } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { runCommand } from "@/tests/support/processes/run-command";
import {
  backup,
  restore,
  drill,
  move,
  live,
  useSites,
  archiveIn,
} from "@/tests/support/backups/backup-commands";

const sites = useSites();
beforeEach(resetDatabase);

describe("a disk that is full", () => {
  let disk: string;

  beforeAll(() => void (disk = join(sites.directory, "disk")));
  afterAll(() => void spawnSync("umount", [disk]));

  test("ends a backup with one sentence, and nothing that looks like an archive", async ({
    skip,
  }) => {
    await mkdir(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4k,mode=700", "tmpfs", disk]);
    skip(mounted.status !== 0, "Nothing can be mounted here.");
    const settings = await sites.newSettings();

    const { code, said } = await runCommand(backup, [], { ...settings, BACKUP_DIR: disk });

    expect(said).toMatch(/The disk of \S+ is full: coalition-\S+ was given up/);
    expect(said).not.toContain("    at ");
    expect(code).toBe(1);
    expect(await readdir(disk)).toEqual([]);
    expect((await latestRuns()).backup).toMatchObject({
      latest: { outcome: "failed", detail: expect.stringContaining("is full") as string },
      latestSuccess: null,
    });
  });
});

test("the drill refuses the site's own database, and writes down that it failed", async () => {
  const settings = await sites.newSettings();
  await runCommand(backup, [], settings);
  const archive = await archiveIn(settings.BACKUP_DIR);

  const refused = await runCommand(drill, [archive], { ...settings, DRILL_DATABASE_URL: live });

  expect(refused).toEqual({
    code: 1,
    said: expect.stringContaining("DRILL_DATABASE_URL is the site's own database") as string,
  });
  const { restore_drill } = await latestRuns();
  expect(restore_drill.latestSuccess).toBeNull();
  expect(restore_drill.latest).toMatchObject({ outcome: "failed", bytes: null, rows: null });
});

test.each([
  [backup, []],
  [drill, ["package.json"]],
])("%s %j where there is no database says so, and makes none", async (file, rest) => {
  const { DATA_DIR, BACKUP_DIR } = await sites.newSettings();
  const { code, said } = await runCommand(file, rest, { DATA_DIR, BACKUP_DIR });
  expect(said).toBe(
    `DATABASE_URL is not set, and there is no embedded database in ${DATA_DIR}: see DATA_DIR. Nothing was changed.\n`,
  );
  expect(code).toBe(1);
  expect([DATA_DIR, BACKUP_DIR].filter((path) => existsSync(path))).toEqual([]);
});

test("a backup of an empty database ends with one sentence", async () => {
  const empty = await newDatabase.PostgreSQL();
  const { code, said } = await runCommand(backup, [], {
    ...(await sites.newSettings()),
    DATABASE_URL: empty.url,
  });
  expect(said).toMatch(/^ {2}Writing the archive: failed after .*\nThe database is empty: .*\n$/);
  expect(code).toBe(1);
  await empty.close();
});

test.each([
  [backup, ["--keep", "0"], "--keep takes how many archives stay"],
  [restore, ["--identity", "key.txt"], "Type: npm run restore -- <archive>"],
  [restore, ["a", "--identity", "package.json"], "holds no secret key of age"],
  [restore, ["a", "--identity", "mistyped.txt"], "There is no key file mistyped.txt"],
  [restore, ["mistyped.tar.gz"], "There is no archive"],
  [drill, ["mistyped.tar.gz"], "There is no archive"],
  [move, [], "There is no embedded database in"],
])("%s %j ends with one sentence", async (file, rest, sentence) => {
  const { code, said } = await runCommand(file, rest, await sites.newSettings());
  expect(said).toContain(sentence);
  expect(said).not.toContain("    at ");
  expect(code).toBe(1);
  expect(await prisma.maintenanceRun.count()).toBe(0);
});

test("a backup whose folder cannot be made names the folder and its setting", async () => {
  await loadSamplePlaces();
  const BACKUP_DIR = join(process.cwd(), "package.json");
  const { code, said } = await runCommand(backup, [], {
    ...(await sites.newSettings()),
    BACKUP_DIR,
  });
  expect(said).toContain(`This user cannot write to ${BACKUP_DIR} (EEXIST): see BACKUP_DIR.`);
  expect(code).toBe(1);
});
