import { beforeEach, describe, expect, test } from "vitest";
import {
  getQueueChoices,
  maxSavedFilters,
  removeFilter,
  saveFilter,
} from "@/lib/applications/review/saved-filters";
import { prisma } from "@/lib/db";
import { removeStaff } from "@/lib/staff/commands";
import {
  submitConfirmed,
  hireReviewer,
  resetWithReviewer,
} from "@/tests/support/applications/review";

let ada: string;
let grace: string;
let ghent: string;

beforeEach(async () => {
  ada = await resetWithReviewer("ada@example.org");
  grace = await hireReviewer("grace@example.org");
  ghent = await submitConfirmed();
});

describe("a reviewer's own views", () => {
  const save = (name: string, filter: string, staffId = ada) =>
    saveFilter(staffId, { name, filter });
  const namesOf = async (staffId: string) =>
    (await getQueueChoices(staffId)).savedFilters.map(({ name, filter }) => `${name}: ${filter}`);

  test("are saved under a name, for themselves alone, without what an address cannot ask", async () => {
    expect(await save("  Late  ones ", "view=overdue&page=3&colour=green")).toEqual({ ok: true });
    expect(await save("Ghent", "q=Ghent&state=declined")).toEqual({ ok: true });
    expect(await namesOf(ada)).toEqual([
      "Ghent: q=Ghent&state=declined",
      "Late ones: view=overdue",
    ]);
    expect(await namesOf(grace)).toEqual([]);
    const [first] = (await getQueueChoices(ada)).savedFilters;
    await removeFilter(first!.id, grace);
    expect(await namesOf(ada)).toHaveLength(2);
    await removeFilter(first!.id, ada);
    expect(await namesOf(ada)).toEqual(["Late ones: view=overdue"]);
  });

  test("have each a name, and there are not too many", async () => {
    expect(await save(" ", "view=mine")).toEqual({ ok: false, reason: "nameMissing" });
    await save("Mine", "view=mine");
    expect(await save("Mine", "view=overdue")).toEqual({ ok: false, reason: "nameTaken" });
    for (let number = 1; number < maxSavedFilters; number++) await save(`View ${number}`, "");
    expect(await save("One more", "")).toEqual({ ok: false, reason: "tooMany" });
  });

  test("hold the name of no applicant, which would outlive what is kept of them", async () => {
    const { contactName } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
    const filter = new URLSearchParams({ q: contactName ?? "" }).toString();
    expect(await save("Applicant", filter)).toEqual({ ok: false, reason: "findsPerson" });
    expect(await save("Address", "q=stad.example")).toEqual({ ok: false, reason: "findsPerson" });
  });

  test("go with whoever leaves", async () => {
    await save("Mine", "view=mine");
    await removeStaff("ada@example.org", null);
    expect(await prisma.savedFilter.count()).toBe(0);
  });
});
