import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "@/lib/database/embedded";
import { migrate } from "@/lib/database/migrate";
import { listMigrationNames } from "@/lib/database/migrations-folder";
import { applyMigrations } from "@/lib/database/schema-engine";
import { verifyArchive, type Archive } from "@/lib/maintenance/archive-reader";
import { compareRows } from "@/lib/maintenance/compare";
import { rowCountOf, type Manifest } from "@/lib/maintenance/manifest";
import { rehearseRestore, restoreSite } from "@/lib/maintenance/restore";
import { writeArchive } from "@/lib/maintenance/write-archive";
import { withClient, type Engine } from "@/tests/support/database/databases";
import { readEveryTable } from "@/tests/support/database/fill-every-table";
import {
  secret,
  fileId,
  scan,
  nowhere,
  open,
  openFilled,
  closeOpened,
  makeUploads,
  relationsOf,
  targetOf,
} from "@/tests/support/backups/backups";

let directory: string;
let identity: string;
let sources: Record<Engine, Database>;
let archives: Record<Engine, Archive>;
let manifests: Record<Engine, Manifest>;

/** PostgreSQL's is not encrypted; that of the embedded database is. */
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "coalition-backups-"));
  identity = await generateIdentity();
  sources = { PostgreSQL: await openFilled("PostgreSQL"), embedded: await openFilled("embedded") };
  archives = {
    PostgreSQL: { path: join(directory, "plain.tar.gz"), identities: [] },
    embedded: { path: join(directory, "encrypted.tar.gz.age"), identities: [identity] },
  };
  const contents = { filesDirectory: await makeUploads(directory), secret };
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
  await closeOpened();
  rmSync(directory, { recursive: true });
});

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
      client.query(readFileSync("tests/support/database/first-release.sql", "utf8")),
    );
    const archive = { path: join(directory, "first.tar.gz"), identities: [] };
    const made = await writeArchive(archive.path, {
      databaseUrl: old.url,
      secret: null,
      recipients: [],
    });
    const target = await open();

    await restoreSite(archive, targetOf(target.url, directory));

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
});

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
