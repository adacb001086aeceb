import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { mkdir, readdir, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { applyMigrations } from "@/lib/database/schema-engine";
import { prisma } from "@/lib/db";
import { before, dayMs, hourMs } from "@/lib/durations";
import { latestRuns } from "@/lib/maintenance/queries";
import { verifyArchive } from "@/lib/maintenance/archive-reader";
import { newDatabase, withClient } from "@/tests/support/databases";
import { openEmptyEmbedded } from "@/tests/support/empty-embedded";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { loadSamplePlaces } from "@/tests/support/places";
import { fillEveryTable, readEveryTable } from "@/tests/support/fill-every-table";
import { resetDatabase } from "@/tests/support/reset";
import { runCommand, startCommand } from "@/tests/support/run-command";

// What the operator types, as processes of their own.

const backup = "bin/backup.ts";
const restore = "bin/restore.ts";
const drill = "bin/restore-drill.ts";
const move = "bin/move-to-postgres.ts";
const secret = "the secret of the site that is backed up";
const live = process.env.DATABASE_URL ?? "";
const fileId = "0197a0b4-0000-7000-8000-000000000001";

let directory: string;
let folder: number;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "coalition-backup-commands-"));
  folder = 0;
});
afterAll(() => rmSync(directory, { recursive: true }));
beforeEach(resetDatabase);

/** For a site on the PostgreSQL of the tests. */
async function newSettings() {
  const own = join(directory, String(++folder));
  const UPLOADS_DIR = join(own, "uploads");
  await mkdir(UPLOADS_DIR, { recursive: true });
  return {
    DATABASE_URL: live,
    DATA_DIR: join(own, "data"),
    BACKUP_DIR: join(own, "backups"),
    UPLOADS_DIR,
    SECRET: secret,
  };
}

const archiveIn = async (backups: string): Promise<string> => {
  const names = await readdir(backups);
  expect(names).toEqual([expect.stringMatching(/^coalition-\d{8}T\d{6}Z\.tar\.gz(\.age)?$/)]);
  return join(backups, names[0] ?? "");
};

const relationsOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace",
    );
    return rows.map(({ name }) => name);
  });

const databasesOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT datname AS name FROM pg_database ORDER BY 1",
    );
    return rows.map(({ name }) => name);
  });

test("backup, drill and restore of a PostgreSQL, encrypted, with what the operator is told", async () => {
  const identity = await generateIdentity();
  const settings = {
    ...(await newSettings()),
    BACKUP_RECIPIENT: await identityToRecipient(identity),
  };
  const key = join(directory, "key.txt");
  writeFileSync(key, `# created: 2026-11-29\n${identity}\n`);
  await withClient(live, fillEveryTable);
  await prisma.maintenanceRun.deleteMany();
  const before = await withClient(live, readEveryTable);

  const made = await runCommand(backup, ["--keep", "3"], settings);
  const archive = await archiveIn(settings.BACKUP_DIR);
  expect(made).toEqual({ code: 0, said: expect.stringContaining(archive) as string });
  expect(made.said).toContain("It holds SECRET.");

  const databases = await databasesOf(live);
  const drilled = await runCommand(drill, [archive, "--identity", key], {
    ...settings,
    DRILL_DATABASE_URL: live.replace("/postgres", "/template1"),
  });
  expect(drilled.said).toMatch(/The archive of .* can be restored: [\d,]+ rows in \d+ tables/);
  expect(drilled.code).toBe(0);
  expect(await databasesOf(live)).toEqual(databases);
  expect(await withClient(live, readEveryTable)).toMatchObject({
    ...before,
    maintenance_run: expect.any(Array) as unknown,
  });

  const target = await newDatabase.PostgreSQL();
  const { SECRET, ...withoutSecret } = settings;
  const restored = await runCommand(restore, [archive, "--identity", key], {
    ...withoutSecret,
    DATABASE_URL: target.url,
  });
  expect(restored).toEqual({
    code: 0,
    said: expect.stringMatching(/Restored: [\d,]+ rows and 0 files/) as string,
  });
  expect(await withClient(target.url, readEveryTable)).toEqual(before);
  expect(statSync(join(settings.DATA_DIR, "secret")).size).toBe(SECRET.length);
  await target.close();

  const runs = await latestRuns();
  expect(runs.backup.latestSuccess).toMatchObject({
    bytes: statSync(archive).size,
    detail: archive.split("/").at(-1),
  });
  expect(runs.restore_drill.latestSuccess).toMatchObject({
    outcome: "succeeded",
    rows: runs.backup.latest?.rows,
    detail: runs.backup.latest?.detail,
  });
  expect(runs.move).toEqual({ latest: null, latestSuccess: null });
});

test("of a running site on the embedded database, which then moves to PostgreSQL without a loss", async () => {
  const settings = await newSettings();
  const { DATA_DIR, BACKUP_DIR } = settings;
  const embedded = { DATA_DIR, BACKUP_DIR };
  await mkdir(DATA_DIR);
  writeFileSync(join(DATA_DIR, "secret"), secret);
  const site = await openEmptyEmbedded(DATA_DIR);
  await applyMigrations(site.url);
  await withClient(site.url, fillEveryTable);

  const made = await runCommand(backup, [], embedded);
  expect(made.said).toContain("It does not hold SECRET");
  const archive = await archiveIn(settings.BACKUP_DIR);
  expect(await runCommand(drill, [archive], embedded)).toMatchObject({ code: 0 });
  const target = await newDatabase.PostgreSQL();
  const whileRunning = await runCommand(move, [], { ...settings, DATABASE_URL: target.url });
  expect(whileRunning).toEqual({
    code: 1,
    said: expect.stringContaining(
      `is in use by the process ${process.pid}: stop it first`,
    ) as string,
  });
  expect(await relationsOf(target.url)).toEqual([]);
  const before = await withClient(site.url, readEveryTable);
  expect(before.maintenance_run).toHaveLength(5);
  await site.close();

  const moved = await runCommand(move, [], { ...settings, DATABASE_URL: target.url });
  expect(moved).toEqual({
    code: 0,
    said: expect.stringContaining("are in the PostgreSQL now, and were compared") as string,
  });
  const after = await withClient(target.url, readEveryTable);
  expect(after.maintenance_run).toHaveLength(6);
  expect(after).toEqual({ ...before, maintenance_run: after.maintenance_run });
  const left = await readdir(DATA_DIR);
  expect(left).toEqual(expect.arrayContaining(["secret", "database"]));
  expect(left.filter((name) => name.startsWith("move"))).toEqual([]);
  await target.close();
}, 300_000);

describe("a process that is killed half-way", () => {
  test("while it makes a backup leaves no archive", async () => {
    const settings = await newSettings();
    await withClient(live, async (client) => {
      await client.query("BEGIN; LOCK TABLE verification_token");
      const { child, ended } = startCommand(backup, [], settings);
      await vi.waitFor(
        async () => {
          const { rows } = await client.query("SELECT FROM pg_locks WHERE NOT granted");
          expect(rows).toHaveLength(1);
        },
        { timeout: 60_000 },
      );
      child.kill("SIGKILL");
      await ended;
      await client.query("ROLLBACK");
    });

    const left = await readdir(settings.BACKUP_DIR);
    expect(left).toEqual([expect.stringMatching(/\.part$/)]);
    expect((await latestRuns()).backup.latest).toBeNull();

    const hourAgo = before(new Date(), hourMs);
    await utimes(join(settings.BACKUP_DIR, left[0] ?? ""), hourAgo, hourAgo);
    expect(await runCommand(backup, [], settings)).toMatchObject({ code: 0 });
    await archiveIn(settings.BACKUP_DIR);
  });

  test("while it restores leaves the database empty, and the next one restores all", async () => {
    const settings = await newSettings();
    const { UPLOADS_DIR } = settings;
    const scan = Buffer.alloc(300_000, "a resolution of the city council ");
    writeFileSync(join(UPLOADS_DIR, fileId), scan);
    await withClient(live, fillEveryTable);
    await runCommand(backup, [], settings);
    const archive = await archiveIn(settings.BACKUP_DIR);
    const target = await newDatabase.PostgreSQL();
    const ofTarget = { ...settings, DATABASE_URL: target.url };
    // Files come after all tables. This one is a pipe, of which only the beginning is read.
    rmSync(join(UPLOADS_DIR, fileId));
    const pipe = join(UPLOADS_DIR, `${fileId}.part`);
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    const beginning = createReadStream(pipe, { highWaterMark: 1_000 });

    const { child, ended } = startCommand(restore, [archive], ofTarget);
    await once(beginning, "readable");
    child.kill("SIGKILL");
    expect((await ended).code).toBeNull();
    beginning.destroy();
    rmSync(pipe);

    expect(await relationsOf(target.url)).toEqual([]);
    expect(await runCommand(restore, [archive], ofTarget)).toMatchObject({ code: 0 });
    expect(statSync(join(UPLOADS_DIR, fileId)).size).toBe(scan.length);
    await target.close();
  });
});

test("who was to be deleted since the backup is gone from a restored site before it serves", async () => {
  await loadSamplePlaces();
  const named = { name: "Resident of Ghent", isNamePublic: true, wantsNews: true };
  for (const email of ["due@ghent.example", "stays@ghent.example"])
    await endorseAndConfirm({ ...named, email });
  const longAgo = before(new Date(), 3 * 365 * dayMs);
  await prisma.endorsement.updateMany({
    where: { email: "due@ghent.example" },
    data: { submittedAt: longAgo, confirmedAt: longAgo },
  });
  const twoNightsAgo = before(new Date(), 2 * dayMs);
  const claim = { claimedAt: twoNightsAgo, finishedAt: twoNightsAgo };
  await prisma.jobClaim.create({ data: { name: "daily", ...claim } });
  const settings = await newSettings();
  await runCommand(backup, [], settings);
  const archive = await archiveIn(settings.BACKUP_DIR);
  const target = await newDatabase.PostgreSQL();
  const ofTarget = { ...settings, DATABASE_URL: target.url };
  expect(await runCommand(restore, [archive], ofTarget)).toMatchObject({ code: 0 });
  const residents = () =>
    withClient(target.url, async (client) => {
      const { rows } = await client.query<{ email: string }>("SELECT email FROM endorsement");
      return rows.map(({ email }) => email).sort();
    });
  expect(await residents()).toEqual(["due@ghent.example", "stays@ghent.example"]);

  expect(await runCommand("tests/support/before-serving.ts", [], ofTarget)).toMatchObject({
    code: 0,
  });
  expect(await residents()).toEqual(["stays@ghent.example"]);
  await target.close();
});

describe("a disk that is full", () => {
  let disk: string;

  beforeAll(() => void (disk = join(directory, "disk")));
  afterAll(() => void spawnSync("umount", [disk]));

  test("ends a backup with one sentence, and nothing that looks like an archive", async ({
    skip,
  }) => {
    await mkdir(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4k,mode=700", "tmpfs", disk]);
    skip(mounted.status !== 0, "Nothing can be mounted here.");
    const settings = await newSettings();

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
  const settings = await newSettings();
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

test("a backup is made before the migrations of a new release, too", async () => {
  const settings = await newSettings();
  const old = await newDatabase.PostgreSQL();
  await applyMigrations(old.url, ["20261128000000_init"]);

  const made = await runCommand(backup, [], { ...settings, DATABASE_URL: old.url });

  expect(made).toEqual({
    code: 0,
    said: expect.stringContaining("could not be recorded") as string,
  });
  const path = await archiveIn(settings.BACKUP_DIR);
  const { migrations } = await verifyArchive({ path, identities: [] });
  expect(migrations).toEqual(["20261128000000_init"]);
  await old.close();
});

test.each([
  [backup, []],
  [drill, ["package.json"]],
])("%s %j where there is no database says so, and makes none", async (file, rest) => {
  const { DATA_DIR, BACKUP_DIR } = await newSettings();
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
    ...(await newSettings()),
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
  const { code, said } = await runCommand(file, rest, await newSettings());
  expect(said).toContain(sentence);
  expect(said).not.toContain("    at ");
  expect(code).toBe(1);
  expect(await prisma.maintenanceRun.count()).toBe(0);
});

test("a backup whose folder cannot be made names the folder and its setting", async () => {
  await loadSamplePlaces();
  const BACKUP_DIR = join(process.cwd(), "package.json");
  const { code, said } = await runCommand(backup, [], { ...(await newSettings()), BACKUP_DIR });
  expect(said).toContain(`This user cannot write to ${BACKUP_DIR} (EEXIST): see BACKUP_DIR.`);
  expect(code).toBe(1);
});
