// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import type { TestBrowser } from "@/tests/support/processes/next-request";
import { signInAs } from "@/tests/support/staff/signed-in";
import { beforeEach, expect, test } from "vitest";
import { record } from "@/app/admin/endorsements/cities/[id]/actions";
import { untouched } from "@/components/staff-ui/form-state";
import { prisma } from "@/lib/db";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { hireReviewer } from "@/tests/support/applications/review";

// What staff have typed about a city's step is never lost, whatever is wrong with it.

const { amsterdam: cityId } = placeIds;
let browser: TestBrowser;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
  browser = await signInAs(await hireReviewer());
});

/** As a browser sends a text area: with CR LF. */
function press(kind: string, note: string, publicReason = "") {
  const form = new FormData();
  const fields = { cityId: String(cityId), seenSteps: "0", kind, publicReason };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("note", note.replaceAll("\n", "\r\n"));
  return browser.request(() => record(untouched, form));
}

test("a note of the longest length may have any number of lines", async () => {
  const note = "The mayor called.\n".repeat(200).slice(0, 2_000).trim();
  expect(await press("on_hold", note)).toMatchObject({
    redirectedTo: expect.stringContaining("done=recorded") as unknown,
  });
  expect(await prisma.cityStep.findFirst({ select: { note: true } })).toEqual({ note });
});

test.each([
  ["on_hold", "a".repeat(2_001), "", { note: "The note can have at most 2000 characters." }],
  [
    "on_hold",
    "The mayor\u0000called.",
    "",
    { note: expect.stringContaining("Type it again") as unknown },
  ],
  ["suspended", "Silence.", "", { publicReason: "Write why. The city’s page says it." }],
  [
    "suspended",
    "Silence.",
    "b".repeat(401),
    { publicReason: "The reason can have at most 400 characters." },
  ],
])("what is wrong with a step (%s) stands beside its field", async (kind, note, reason, errors) => {
  expect(await press(kind, note, reason)).toMatchObject({
    attempt: 1,
    values: { note, publicReason: reason },
    fieldErrors: errors,
  });
  expect(await prisma.cityStep.count()).toBe(0);
});
