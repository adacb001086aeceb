import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "@/lib/database/embedded";
import { before } from "@/lib/durations";
import { settings } from "@/lib/env";
import { migrate } from "@/lib/database/migrate";
import { listMigrationNames } from "@/lib/database/migrations-folder";
import { applyMigrations } from "@/lib/database/schema-engine";
import { verifyArchive, type Archive } from "@/lib/maintenance/archive-reader";
import { deleteStaleParts, pruneBackups } from "@/lib/maintenance/archive-folder";
import { writeWhole, writerSignsEveryMs } from "@/lib/maintenance/archive-writer";
import { compareRows } from "@/lib/maintenance/compare";
import { rowCountOf, type Manifest } from "@/lib/maintenance/manifest";
import { rehearseRestore, restoreSite } from "@/lib/maintenance/restore";
import { writeArchive } from "@/lib/maintenance/write-archive";
import { StartError } from "@/lib/process/start-error";
import { newDatabase, withClient, type Engine } from "@/tests/support/databases";
import { fillEveryTable, readEveryTable } from "@/tests/support/fill-every-table";
import { changeManifest, repack, replacePart } from "@/tests/support/repack";

const secret = "the secret of the site that is backed up";
const fileId = "0197a0b4-0000-7000-8000-000000000001";
const scan = Buffer.from([0, 1, 2, 250, 13, 10]);

let directory: string;
let uploads: string;
let identity: string;
let sources: Record<Engine, Database>;
let archives: Record<Engine, Archive>;
let manifests: Record<Engine, Manifest>;
const opened: Database[] = [];

const open = async (engine: Engine = "PostgreSQL"): Promise<Database> => {
  const database = await newDatabase[engine]();
  opened.push(database);
  return database;
};

async function openFilled(engine: Engine): Promise<Database> {
  const database = await open(engine);
  await applyMigrations(database.url);
  await withClient(database.url, fillEveryTable);
  return database;
}

/** PostgreSQL's is not encrypted; that of the embedded database is. */
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "coalition-backups-"));
  uploads = join(directory, "uploads");
  await mkdir(uploads);
  writeFileSync(join(uploads, fileId), scan);
  writeFileSync(join(uploads, `${fileId.replace("1", "2")}.part`), "not whole yet");
  identity = await generateIdentity();
  sources = { PostgreSQL: await openFilled("PostgreSQL"), embedded: await openFilled("embedded") };
  archives = {
    PostgreSQL: { path: join(directory, "plain.tar.gz"), identities: [] },
    embedded: { path: join(directory, "encrypted.tar.gz.age"), identities: [identity] },
  };
  const contents = { filesDirectory: uploads, secret };
  manifests = {
    PostgreSQL: await writeArchive(archives.PostgreSQL.path, {
      ...contents,
      databaseUrl: sources.PostgreSQL.url,
      recipients: [],
    }),
    embedded: await writeArchive(archives.embedded.path, {
      ...contents,
      databaseUrl: sources.embedded.url,
      recipients: [await identityToRecipient(identity)],
    }),
  };
});

afterAll(async () => {
  for (const database of opened) await database.close();
  rmSync(directory, { recursive: true });
});

const relationsOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT nspname || '.' || relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'",
    );
    return rows.map(({ name }) => name);
  });

/** Where everything would have to be set right for a restore. */
const targetOf = (databaseUrl: string) => ({
  databaseUrl,
  env: { UPLOADS_DIR: join(directory, "restored-uploads"), SECRET: secret, DATA_DIR: directory },
  isOtherSecretFine: false,
});

/** Nobody listens there: whoever connects before all is checked fails in another way. */
const nowhere = "postgresql://nobody@127.0.0.1:1/nowhere";

const change = (name: string, how: Parameters<typeof repack>[2]): Promise<Archive> =>
  repack(archives.PostgreSQL.path, join(directory, name), how).then((path) => ({
    path,
    identities: [],
  }));

describe("everything comes back", () => {
  test("the archive has every table of the schema, each with rows", () => {
    const schema = readFileSync("prisma/schema.prisma", "utf8");
    const models = schema
      .split(/^model /m)
      .slice(1)
      .map((model) => /@@map\("(\w+)"\)/.exec(model)?.[1]);
    expect(models.length).toBeGreaterThan(60);
    for (const manifest of Object.values(manifests)) {
      expect(manifest.tables.map(({ name }) => name)).toEqual(expect.arrayContaining(models));
      expect(manifest.tables.filter(({ rows }) => rows === 0)).toEqual([]);
    }
  });

  test.each([
    ["PostgreSQL", "embedded"],
    ["embedded", "PostgreSQL"],
  ] as const)("from %s to %s, row by row, with keys, triggers and sequences", async (from, to) => {
    const target = await open(to);

    await rehearseRestore(archives[from], target.url);

    const [before, after] = await Promise.all(
      [sources[from], target].map(({ url }) => withClient(url, readEveryTable)),
    );
    expect(after).toEqual(before);
    expect(await migrate(target.url)).toEqual([]);
    expect((await relationsOf(target.url)).sort()).toEqual(
      (await relationsOf(sources[to].url)).sort(),
    );
    await withClient(target.url, async (client) => {
      const next = await client.query("SELECT nextval('event_id_seq')");
      expect(next.rows).toEqual([{ nextval: "42" }]);
      await expect(client.query("DELETE FROM event")).rejects.toThrow(/append-only|event/);
      await expect(
        client.query("INSERT INTO city (id, slug, name) VALUES (99, 'nowhere', 'Nowhere')"),
      ).rejects.toThrow(/city_id_fkey/);
    });
  });

  test("with the files and the secret, where the archive is encrypted", async () => {
    const target = await open();
    const env = { UPLOADS_DIR: join(directory, "new-uploads"), DATA_DIR: join(directory, "data") };

    await restoreSite(archives.embedded, {
      databaseUrl: target.url,
      env,
      isOtherSecretFine: false,
    });

    expect(await readdir(env.UPLOADS_DIR)).toEqual([fileId]);
    expect(await readFile(join(env.UPLOADS_DIR, fileId))).toEqual(scan);
    expect(readFileSync(join(env.DATA_DIR, "secret"), "utf8")).toBe(secret);
    expect(statSync(join(env.DATA_DIR, "secret")).mode & 0o777).toBe(0o600);
  });

  test("an archive of the first release is restored as it was, and comes on to this one", async () => {
    const [first = "", ...later] = await listMigrationNames();
    const old = await open();
    await applyMigrations(old.url, [first]);
    await withClient(old.url, (client) =>
      client.query(readFileSync("tests/support/first-release.sql", "utf8")),
    );
    const archive = { path: join(directory, "first.tar.gz"), identities: [] };
    const made = await writeArchive(archive.path, {
      databaseUrl: old.url,
      secret: null,
      recipients: [],
    });
    const target = await open();

    await restoreSite(archive, targetOf(target.url));

    expect(made.migrations).toEqual([first]);
    expect(await migrate(target.url)).toEqual([]);
    const after = await withClient(target.url, readEveryTable);
    expect(after._prisma_migrations).toHaveLength(1 + later.length);
    for (const { name, rows } of made.tables.filter((table) => !table.name.startsWith("_")))
      expect({ [name]: after[name]?.length }).toEqual({ [name]: rows });
  });

  test("by tar and age alone, and packed again by tar, too", async ({ skip }) => {
    skip(Boolean(spawnSync("age", ["--version"]).error), "age is not installed");
    const key = join(directory, "key.txt");
    writeFileSync(key, identity);
    const plain = join(directory, "decrypted.tar.gz");
    const folder = join(directory, "unpacked");
    await mkdir(folder);
    const run = (program: string, ...rest: string[]) =>
      expect({ program, ...spawnSync(program, rest) }).toMatchObject({ status: 0 });
    run("age", "--decrypt", "--identity", key, "--output", plain, archives.embedded.path);
    run("tar", "-xzf", plain, "-C", folder);
    const places = readFileSync(join(folder, "tables/place/00001.csv"), "utf8");
    expect(places).toMatch(/^id,name,country_code,/);
    expect(await readdir(folder)).toContain("README.txt");
    const packed = join(directory, "packed.tar.gz");
    run("tar", "-czf", packed, "-C", folder, ".");

    expect(await verifyArchive({ path: packed, identities: [] })).toEqual(manifests.embedded);
  });
});

describe("the archive", () => {
  test("is for its owner alone", () => {
    for (const { path } of Object.values(archives)) expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("holds the secret only where it is encrypted, and the whole files", () => {
    expect(manifests.PostgreSQL.secret).toBeNull();
    expect(manifests.embedded.secret).not.toBeNull();
    expect(manifests.embedded.files.map(({ name }) => name)).toEqual([`files/${fileId}`]);
    expect(readFileSync(archives.embedded.path, "latin1")).toMatch(/^age-encryption\.org\/v1\n/);
  });

  test("is of one moment, though rows are written while it is made", async () => {
    const source = await openFilled("PostgreSQL");
    const archive = { path: join(directory, "busy.tar.gz"), identities: [] };
    await withClient(source.url, async (client) => {
      // The backup comes to milestones after cities, and waits there.
      await client.query("BEGIN; LOCK TABLE milestone");
      const writing = writeArchive(archive.path, {
        databaseUrl: source.url,
        secret: null,
        recipients: [],
      });
      await vi.waitFor(
        async () => {
          const { rows } = await client.query("SELECT FROM pg_locks WHERE NOT granted");
          expect(rows).toHaveLength(1);
        },
        { timeout: 30_000 },
      );
      await client.query(
        `INSERT INTO place (id, name, country_code, latitude, longitude, population, time_zone)
          VALUES (2797656, 'Ghent', 'BE', 51, 3, 1, 'UTC');
        INSERT INTO city (id, slug, name) VALUES (2797656, 'ghent', 'Ghent');
        INSERT INTO milestone (city_id, count) VALUES (2797656, 10); COMMIT`,
      );
      await writing;
    });
    const target = await open();

    await rehearseRestore(archive, target.url);

    const { place, city, milestone } = await withClient(target.url, readEveryTable);
    expect([place, city, milestone].map((rows) => rows?.length)).toEqual([3, 3, 3]);
  });

  test("of which a write fails leaves nothing behind", async () => {
    const path = join(directory, "nowhere", "archive.tar.gz");
    const contents = { databaseUrl: sources.PostgreSQL.url, secret: null, recipients: [] };
    await expect(writeArchive(path, contents)).rejects.toThrow(/ENOENT/);
    const broken = join(directory, "broken.tar.gz");
    await expect(writeArchive(broken, { ...contents, databaseUrl: nowhere })).rejects.toThrow(
      /ECONNREFUSED/,
    );
    await expect(writeArchive(broken, { ...contents, recipients: ["age1nokey"] })).rejects.toThrow(
      /age1nokey, which is no public key/,
    );
    expect((await readdir(directory)).filter((name) => name.startsWith("broken"))).toEqual([]);
  });

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

describe("nothing is written from an archive", () => {
  const refusal = async (archive: Archive, url = nowhere): Promise<string> => {
    const error: unknown = await restoreSite(archive, targetOf(url)).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  };

  const flipped = async (archive: Archive, share: number): Promise<Archive> => {
    const bytes = await readFile(archive.path);
    const at = Math.floor((bytes.length - 1) * share);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    const path = join(directory, "flipped");
    writeFileSync(path, bytes);
    return { ...archive, path };
  };

  test.each([0.2, 0.5, 0.8, 1])("of which one byte has changed, at %f of it", async (share) => {
    expect(await refusal(await flipped(archives.PostgreSQL, share))).toContain("is damaged");
    expect(await refusal(await flipped(archives.embedded, share))).toContain("is damaged");
  });

  test("that ends too early", async () => {
    for (const archive of Object.values(archives)) {
      const path = join(directory, "short");
      writeFileSync(path, readFileSync(archive.path).subarray(0, -20));
      expect(await refusal({ ...archive, path })).toContain("is damaged");
    }
  });

  test("of which a part has changed, is missing, or was added", async () => {
    const city = "tables/city/00001.csv";
    const other = await change("other", (entries) => {
      entries.set(city, Buffer.from(entries.get(city)?.toString().replace("1", "7") ?? ""));
    });
    expect(await refusal(other)).toContain(`${city} is not as it was written`);
    const missing = await change("missing", (entries) => entries.delete(city));
    expect(await refusal(missing)).toContain(`${city} is missing`);
    const added = await change("added", (entries) => entries.set("more.csv", Buffer.from("1")));
    expect(await refusal(added)).toContain("nothing tells of more.csv");
    const without = await change("without", (entries) => entries.delete("manifest.json"));
    expect(await refusal(without)).toContain("manifest.json is missing");
  });

  test("of a newer release", async () => {
    const migrated = await change("migrated", (entries) =>
      changeManifest(entries, ({ migrations }) => migrations.push("29991231000000_newer")),
    );
    expect(await refusal(migrated)).toContain("A newer release has made the archive");
    const format = await change("format", (entries) =>
      changeManifest(entries, (manifest) => Object.assign(manifest, { format: 2, tables: "new" })),
    );
    expect(await refusal(format)).toContain("A newer release has made the archive");
  });

  test("that is encrypted, without its key or with another", async () => {
    const { path } = archives.embedded;
    expect(await refusal({ path, identities: [] })).toContain("is encrypted: name the file");
    const another = await generateIdentity();
    expect(await refusal({ path, identities: [another] })).toContain("cannot be decrypted");
    const broken = identity.slice(0, -1);
    expect(await refusal({ path, identities: [broken] })).toContain("cannot be decrypted");
  });

  test("that is not there, or is something else", async () => {
    const at = (path: string) => refusal({ path, identities: [] });
    expect(await at(join(directory, "no-such-file"))).toContain("There is no archive");
    expect(await at("package.json")).toContain("is damaged");
  });

  test("to a database that holds something", async () => {
    const { url } = sources.PostgreSQL;
    const before = await withClient(url, readEveryTable);
    expect(await refusal(archives.PostgreSQL, url)).toContain("The database is not empty");
    expect(await withClient(url, readEveryTable)).toEqual(before);
  });

  test("by a role that may not make schemas, which is told how to get there", async () => {
    const target = await open();
    const url = new URL(target.url);
    const database = url.pathname.slice(1);
    await withClient(target.url, (client) =>
      client.query(`CREATE ROLE ${database}_reader LOGIN PASSWORD 'reader'`),
    );
    Object.assign(url, { username: `${database}_reader`, password: "reader" });

    expect(await refusal(archives.PostgreSQL, url.href)).toBe(
      `The role ${database}_reader may not restore into this database (permission denied for database ${database}): say ALTER DATABASE ${database} OWNER TO ${database}_reader. Nothing was changed.`,
    );
    await withClient(target.url, (client) =>
      client.query(`ALTER DATABASE ${database} OWNER TO ${database}_reader`),
    );
    await restoreSite(archives.PostgreSQL, {
      ...targetOf(url.href),
      env: { ...targetOf(url.href).env, UPLOADS_DIR: join(directory, "reader") },
    });
    await withClient(target.url, (client) =>
      client.query(
        `REASSIGN OWNED BY ${database}_reader TO CURRENT_USER; DROP OWNED BY ${database}_reader; DROP ROLE ${database}_reader`,
      ),
    );
  });

  test("beside files that are there already, or without a place for its own", async () => {
    const target = targetOf(nowhere);
    const restore = (UPLOADS_DIR: string | undefined) =>
      restoreSite(archives.PostgreSQL, { ...target, env: { ...target.env, UPLOADS_DIR } });
    const used = join(directory, "used");
    await mkdir(used);
    writeFileSync(join(used, fileId.replace("1", "3")), "another");
    await expect(restore(used)).rejects.toThrow("UPLOADS_DIR is not empty");
    await expect(restore(undefined)).rejects.toThrow("The archive holds 1 files");
  });

  test("for a site with another secret, unless that is wanted", async () => {
    const restore = (archive: Archive, SECRET: string | undefined) =>
      restoreSite(archive, {
        databaseUrl: nowhere,
        env: { UPLOADS_DIR: join(directory, "none"), SECRET, DATA_DIR: join(directory, "none") },
        isOtherSecretFine: false,
      });
    const other = "another secret, of which nobody has heard";
    await expect(restore(archives.embedded, other)).rejects.toThrow("SECRET is not the one");
    await expect(restore(archives.PostgreSQL, undefined)).rejects.toThrow(
      "The archive does not hold the SECRET",
    );
    const rotated = targetOf(nowhere);
    const target = { ...rotated, isOtherSecretFine: true };
    const env = { ...target.env, SECRET: other };
    await expect(
      restoreSite(archives.embedded, { ...rotated, env: { ...env, PREVIOUS_SECRET: secret } }),
    ).rejects.toThrow(/ECONNREFUSED/);
    await expect(restoreSite(archives.embedded, { ...target, env })).rejects.toThrow(
      /ECONNREFUSED/,
    );
  });
});

test.each(["PostgreSQL", "embedded"] as const)(
  "a restore that fails at the last step leaves %s empty, and no file",
  async (engine) => {
    const orphans = await change("orphans", (entries) => {
      // The signatories' cities are gone, which only their keys tell.
      const name = "tables/city/00001.csv";
      const lines = entries.get(name)?.toString().split("\n") ?? [];
      replacePart(entries, name, Buffer.from(`${lines[0]}\n`));
      changeManifest(entries, ({ tables }) => {
        Object.assign(tables.find((table) => table.name === "city") ?? {}, { rows: 0 });
      });
    });
    const target = await open(engine);
    const { env } = targetOf(target.url);

    await expect(restoreSite(orphans, targetOf(target.url))).rejects.toThrow();

    expect(await relationsOf(target.url)).toEqual([]);
    expect(await readdir(env.UPLOADS_DIR)).toEqual([]);
    if (engine === "PostgreSQL") await restoreSite(archives.PostgreSQL, targetOf(target.url));
    rmSync(env.UPLOADS_DIR, { recursive: true });
  },
);

test("one row that differs is found by the comparison, and named", async () => {
  const copy = await open();
  await rehearseRestore(archives.PostgreSQL, copy.url);
  await withClient(copy.url, (client) =>
    client.query("UPDATE city SET name = 'Gent' WHERE id = 2"),
  );

  await expect(compareRows(copy.url, manifests.PostgreSQL)).rejects.toThrow(
    "What was restored is not what was backed up: city.",
  );
  expect(rowCountOf(manifests.PostgreSQL)).toBeGreaterThan(150);
});
