import { beforeEach, expect, test } from "vitest";
import { searchPlaces } from "@/lib/places/search";
import { prisma } from "@/lib/db";
import { listSignatories } from "@/lib/cities/queries";
import { addSampleSignatories, loadSamplePlaces } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

test("Ghent is found by the beginning of its English name", async () => {
  expect(await searchPlaces("gh")).toMatchObject([{ id: 2797656, name: "Ghent", countryCode: "BE", matchedName: null }]);
});

test("the first 26 signatories stand on the list", async () => {
  await addSampleSignatories();
  const signatories = await listSignatories();
  expect(signatories).toHaveLength(26);
  expect(await prisma.event.count()).toBe(26);
});
