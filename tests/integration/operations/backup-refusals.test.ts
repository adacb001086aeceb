import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/database/embedded";
import { type Archive } from "@/lib/maintenance/archive-reader";
import { restoreSite } from "@/lib/maintenance/restore";
import { writeArchive } from "@/lib/maintenance/write-archive";
import { StartError } from "@/lib/process/start-error";
import { withClient } from "@/tests/support/database/databases";
import { readEveryTable } from "@/tests/support/database/fill-every-table";
import { changeManifest, repack, replacePart } from "@/tests/support/backups/repack";
import {
  secret,
  fileId,
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
let source: Database;
let archives: { plain: Archive; encrypted: Archive };

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "coalition-backup-refusals-"));
  identity = await generateIdentity();
  source = await openFilled("PostgreSQL");
  archives = {
    plain: { path: join(directory, "plain.tar.gz"), identities: [] },
    encrypted: { path: join(directory, "encrypted.tar.gz.age"), identities: [identity] },
  };
  const contents = {
    databaseUrl: source.url,
    filesDirectory: await makeUploads(directory),
    secret,
  };
  await writeArchive(archives.plain.path, { ...contents, recipients: [] });
  const recipients = [await identityToRecipient(identity)];
  await writeArchive(archives.encrypted.path, { ...contents, recipients });
});

afterAll(async () => {
  await closeOpened();
  rmSync(directory, { recursive: true });
});

const change = (name: string, how: Parameters<typeof repack>[2]): Promise<Archive> =>
  repack(archives.plain.path, join(directory, name), how).then((path) => ({
    path,
    identities: [],
  }));

describe("nothing is written from an archive", () => {
  const refusal = async (archive: Archive, url = nowhere): Promise<string> => {
    const error: unknown = await restoreSite(archive, targetOf(url, directory)).catch(
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
    expect(await refusal(await flipped(archives.plain, share))).toContain("is damaged");
    expect(await refusal(await flipped(archives.encrypted, share))).toContain("is damaged");
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
    const { path } = archives.encrypted;
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
    const { url } = source;
    const before = await withClient(url, readEveryTable);
    expect(await refusal(archives.plain, url)).toContain("The database is not empty");
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

    expect(await refusal(archives.plain, url.href)).toBe(
      `The role ${database}_reader may not restore into this database (permission denied for database ${database}): say ALTER DATABASE ${database} OWNER TO ${database}_reader. Nothing was changed.`,
    );
    await withClient(target.url, (client) =>
      client.query(`ALTER DATABASE ${database} OWNER TO ${database}_reader`),
    );
    await restoreSite(archives.plain, {
      ...targetOf(url.href, directory),
      env: { ...targetOf(url.href, directory).env, UPLOADS_DIR: join(directory, "reader") },
    });
    await withClient(target.url, (client) =>
      client.query(
        `REASSIGN OWNED BY ${database}_reader TO CURRENT_USER; DROP OWNED BY ${database}_reader; DROP ROLE ${database}_reader`,
      ),
    );
  });

  test("beside files that are there already, or without a place for its own", async () => {
    const target = targetOf(nowhere, directory);
    const restore = (UPLOADS_DIR: string | undefined) =>
      restoreSite(archives.plain, { ...target, env: { ...target.env, UPLOADS_DIR } });
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
    await expect(restore(archives.encrypted, other)).rejects.toThrow("SECRET is not the one");
    await expect(restore(archives.plain, undefined)).rejects.toThrow(
      "The archive does not hold the SECRET",
    );
    const rotated = targetOf(nowhere, directory);
    const target = { ...rotated, isOtherSecretFine: true };
    const env = { ...target.env, SECRET: other };
    await expect(
      restoreSite(archives.encrypted, { ...rotated, env: { ...env, PREVIOUS_SECRET: secret } }),
    ).rejects.toThrow(/ECONNREFUSED/);
    await expect(restoreSite(archives.encrypted, { ...target, env })).rejects.toThrow(
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
    const { env } = targetOf(target.url, directory);

    await expect(restoreSite(orphans, targetOf(target.url, directory))).rejects.toThrow();

    expect(await relationsOf(target.url)).toEqual([]);
    expect(await readdir(env.UPLOADS_DIR)).toEqual([]);
    if (engine === "PostgreSQL") await restoreSite(archives.plain, targetOf(target.url, directory));
    rmSync(env.UPLOADS_DIR, { recursive: true });
  },
);
