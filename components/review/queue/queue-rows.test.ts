import { describe, expect, test } from "vitest";
import { toQueueRow } from "@/components/review/queue/queue-rows";
import { parseQueueParams } from "@/lib/applications/review/queue-filter";
import type { QueuedApplication } from "@/lib/applications/review/queue-queries";
import { defaultSettings } from "@/lib/settings/schema";

const day = new Date("2026-11-02T09:00:00Z");

const ghent: QueuedApplication = {
  ...{ id: "00000000-0000-4000-8000-000000000001", reference: "CC-2222-2222", state: "submitted" },
  ...{ contactName: "The Digital Officer", contactEmail: "digital.officer@stad.example" },
  ...{ mandateUrl: "https://stad.example/besluit", hasFile: false },
  ...{ submittedAt: day, confirmedAt: day, closedAt: null, waitInWorkingDays: 3 },
  city: { name: "Ghent", place: { countryCode: "BE", regionName: "Flanders" } },
  ...{ evidenceCount: 1, decidedBy: null, claimedBy: null, isChangedSinceReview: false },
};

const rowOf = (changes: Partial<QueuedApplication> = {}, params = {}) =>
  toQueueRow({ ...ghent, ...changes }, parseQueueParams(params), defaultSettings);
const tagsOf = (changes: Partial<QueuedApplication>) => rowOf(changes).tags.map(({ text }) => text);

test("a line of the queue has what it shows, and no address of an applicant", () => {
  const row = rowOf();
  expect(row).toMatchObject({
    ...{ city: "Ghent", place: "Flanders, Belgium", when: "3", evidence: "1 of 3", tags: [] },
    applicant: "The Digital Officer",
  });
  expect(JSON.stringify(row)).not.toContain("digital.officer@");
});

test("among closed ones it has the day", () => {
  const closedAt = new Date("2026-11-20T09:00:00Z");
  expect(rowOf({ state: "declined", closedAt }, { state: "declined" }).when).toBe("20 Nov 2026");
});

describe("what makes a reviewer look twice is told in the order of its weight", () => {
  test.each<[Partial<QueuedApplication>, string[]]>([
    [{ waitInWorkingDays: 7 }, ["Due soon"]],
    [{ waitInWorkingDays: 10, contactEmail: "ghent@gmail.com" }, ["Overdue", "Free email"]],
    [{ contactEmail: "officer@other.example" }, ["Email and mandate on two domains"]],
    [
      { mandateUrl: null, isChangedSinceReview: true },
      ["Changed since last looked at", "Mandate to follow"],
    ],
    [{ mandateUrl: null, hasFile: true }, []],
    [{ state: "declined", mandateUrl: null }, []],
  ])("%j", (changes, texts) => {
    expect(tagsOf(changes)).toEqual(texts);
  });
});
