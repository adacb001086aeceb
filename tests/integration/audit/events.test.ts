import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import { resetDatabase } from "@/tests/support/database/reset";

beforeEach(resetDatabase);

test("what happened can be neither changed nor deleted", async () => {
  await prisma.$transaction((tx) =>
    recordEvent(tx, { kind: "staff_added", actor: "system", detail: { role: "reviewer" } }),
  );

  await expect(prisma.event.updateMany({ data: { kind: "staff_removed" } })).rejects.toThrow(
    "append-only",
  );
  await expect(prisma.event.deleteMany()).rejects.toThrow("append-only");
  expect(await prisma.event.count()).toBe(1);
});
