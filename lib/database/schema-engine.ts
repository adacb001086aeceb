import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { listMigrationNames, migrationsFolder } from "@/lib/database/migrations-folder";

// Prisma's schema engine as WebAssembly from npm: its command line would download a binary.

const prismaDirectory = join(/* turbopackIgnore: true */ process.cwd(), "prisma");
const filters = { externalTables: [], externalEnums: [] };
const charOid = 18;
const textOid = 25;

type PgAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

class MigrationAdapter extends PrismaPg {
  private readonly opened: PgAdapter[] = [];

  constructor(databaseUrl: string) {
    super({ connectionString: databaseUrl, max: 1 });
  }

  override async connect(): Promise<PgAdapter> {
    const adapter = await super.connect();
    this.opened.push(adapter);
    runScriptsWhole(adapter);
    leaveNoLockBehind(adapter);
    readCharColumns(adapter);
    return adapter;
  }

  /** The engine uses the given database as its scratch database instead of creating one. */
  override connectToShadowDb = () => this.connect();

  async close(): Promise<void> {
    const pools = this.opened.map((adapter) => adapter.underlyingDriver());
    await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
  }
}

/** The adapter cuts at every semicolon, even in functions. Whole, it is also one transaction. */
function runScriptsWhole(adapter: PgAdapter): void {
  const pool = adapter.underlyingDriver();
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
}

/**
 * The engine locks for a session, which PgBouncer hands on to somebody else. Who migrates is alone
 * already (aloneOnDatabase), so a lock for the moment is enough.
 */
function leaveNoLockBehind(adapter: PgAdapter): void {
  const executeRaw = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = (query) =>
    executeRaw({ ...query, sql: query.sql.replace("pg_advisory_lock", "pg_advisory_xact_lock") });
}

/** The engine reads catalogue columns of the type "char", which the adapter does not know. */
function readCharColumns(adapter: PgAdapter): void {
  const queryable = adapter as unknown as {
    performIO: (query: unknown) => Promise<{ fields: { dataTypeID: number }[] }>;
  };
  const performIO = queryable.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let isChar: boolean[] = [];

  queryable.performIO = async (query) => {
    const result = await performIO(query);
    isChar = result.fields.map((field) => field.dataTypeID === charOid);
    result.fields
      .filter((_, index) => isChar[index])
      .forEach((field) => (field.dataTypeID = textOid));
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, index) =>
        isChar[index] ? ColumnTypeEnum.Character : type,
      ),
    };
  };
}

let instantiated: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("@prisma/schema-engine-wasm"));
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  const imports = {
    "./schema_engine_bg.js": { ...bindings, ...unreferencedTimers() },
  } as unknown as WebAssembly.Imports;
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** The engine's ten-second timer for its lock runs on, and would keep the process from ending. */
function unreferencedTimers(): Record<string, unknown> {
  const timers = Object.entries(bindings as Record<string, unknown>).filter(([name]) =>
    name.startsWith("__wbg_setTimeout_"),
  );
  const unreferenced =
    (setTimer: unknown) =>
    (...rest: unknown[]) =>
      (setTimer as (...rest: unknown[]) => NodeJS.Timeout)(...rest).unref();
  return Object.fromEntries(timers.map(([name, setTimer]) => [name, unreferenced(setTimer)]));
}

type Engine = Awaited<ReturnType<typeof bindings.SchemaEngine.new>>;

async function withEngine<Result>(
  databaseUrl: string,
  work: (engine: Engine, datamodel: string) => Promise<Result>,
): Promise<Result> {
  await (instantiated ??= instantiate());
  const datamodel = await readFile(join(prismaDirectory, "schema.prisma"), "utf8");
  const adapter = new MigrationAdapter(databaseUrl);
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: [["schema.prisma", datamodel]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    return await work(engine, datamodel);
  } finally {
    await adapter.close();
  }
}

async function listMigrations(names: readonly string[]): Promise<MigrationList> {
  const migrationDirectories = names.map(async (name) => {
    const content = await readFile(join(migrationsFolder, name, "migration.sql"), "utf8");
    return {
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: content } },
    };
  });
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  return {
    baseDir: migrationsFolder,
    lockfile,
    migrationDirectories: await Promise.all(migrationDirectories),
    shadowDbInitScript: "",
  };
}

/** @param known oldest first. Returns the names of the migrations applied now. */
export async function applyMigrations(
  databaseUrl: string,
  known?: readonly string[],
): Promise<string[]> {
  const migrationsList = await listMigrations(known ?? (await listMigrationNames()));
  const { appliedMigrationNames } = await withEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  );
  return appliedMigrationNames;
}

/** @param scratchUrl an empty database. Returns SQL, empty if schema and migrations agree. */
export async function diffSchema(scratchUrl: string): Promise<string> {
  const migrationsList = await listMigrations(await listMigrationNames());
  const { stdout, exitCode } = await withEngine(scratchUrl, (engine, datamodel) =>
    engine.diff({
      from: { tag: "migrations", ...migrationsList },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: datamodel }] },
      script: true,
      exitCode: true,
      filters,
    }),
  );
  return exitCode === 0 ? "" : (stdout ?? "");
}
