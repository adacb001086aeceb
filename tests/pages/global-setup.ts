import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { joinEmbeddedDatabase } from "@/lib/database/embedded";
import { copyFilledData } from "@/tests/support/database/filled-data";
import { server, startSite } from "@/tests/support/processes/site-process";

/** Starts the built site on data of its own that nothing else changes, at a fixed hour. */
export default async function setUp(): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), "coalition-pages-"));
  await copyFilledData(data);
  const clock = ["--import", "./tests/pages/fixed-clock.ts", ...server];
  process.env.SECRET = "the secret of the tests, which is nobody's";
  const { SECRET } = process.env;
  const site = await startSite(
    { DATA_DIR: data, ADMIN_EMAIL: "administrator@example.org", SECRET },
    clock,
  );
  process.env.E2E_SITE = site.url;
  process.env.DATABASE_URL = (await joinEmbeddedDatabase(data)).url;
  process.env.SITE_URL = site.url;
  const { prepareReview } = await import("@/tests/pages/review");
  Object.assign(process.env, await prepareReview());

  return async () => {
    await site.end("SIGTERM");
    await rm(data, { recursive: true, force: true });
  };
}
