import { expect, test } from "vitest";
import { openScratchDatabase } from "@/lib/database/embedded";
import { diffSchema } from "@/prisma/schema-engine";

test("the migrations make the schema that schema.prisma speaks of", async () => {
  const scratch = await openScratchDatabase();
  expect(await diffSchema(scratch.url).finally(scratch.close)).toBe("");
});
