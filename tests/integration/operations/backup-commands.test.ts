import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createReadStream, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir, readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { applyMigrations } from "@/lib/database/schema-engine";
import { prisma } from "@/lib/db";
import { before, dayMs, hourMs } from "@/lib/durations";
import { latestRuns } from "@/lib/maintenance/queries";
import { verifyArchive } from "@/lib/maintenance/archive-reader";
import { newDatabase, withClient } from "@/tests/support/database/databases";
import { openEmptyEmbedded } from "@/tests/support/database/empty-embedded";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { loadSamplePlaces } from "@/tests/support/database/places";
import { fillEveryTable, readEveryTable } from "@/tests/support/database/fill-every-table";
import { resetDatabase } from "@/tests/support/database/reset";
import { runCommand, startCommand } from "@/tests/support/processes/run-command";
import { secret, fileId } from "@/tests/support/backups/backups";
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

/** What a site would find there: not what a restore keeps apart until it is whole. */
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
    ...(await sites.newSettings()),
    BACKUP_RECIPIENT: await identityToRecipient(identity),
  };
  const key = join(sites.directory, "key.txt");
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
  const settings = await sites.newSettings();
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
    const settings = await sites.newSettings();
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
    const settings = await sites.newSettings();
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
  const settings = await sites.newSettings();
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

  expect(await runCommand("tests/support/processes/before-serving.ts", [], ofTarget)).toMatchObject(
    {
      code: 0,
    },
  );
  expect(await residents()).toEqual(["stays@ghent.example"]);
  await target.close();
});

test("a backup is made before the migrations of a new release, too", async () => {
  const settings = await sites.newSettings();
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
