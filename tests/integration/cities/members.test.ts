import { beforeEach, expect, test } from "vitest";
import { approveApplication, reopenApplication } from "@/lib/applications/review/review-commands";
import {
  findFormerMember,
  findMember,
  listMemberHistory,
  listMembers,
} from "@/lib/cities/member-queries";
import { correctMember } from "@/lib/cities/member-commands";
import {
  fingerprintOf,
  memberCorrectionSchema,
  type MemberFacts,
} from "@/lib/cities/member-schema";
import { findCity } from "@/lib/cities/queries";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { prisma } from "@/lib/db";
import { knownSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  openReview,
  tickAllEvidence,
  resetWithSignatories,
} from "@/tests/support/applications/review";

const { amsterdam, losAngeles, ghent } = placeIds;
const signedOn = new Date("2025-03-01");

let reviewer: string;

beforeEach(async () => {
  reviewer = await resetWithSignatories();
});

async function factsOf(cityId: number): Promise<MemberFacts> {
  const member = await findMember(cityId);
  if (!member) throw new Error("The city is no member.");
  return {
    name: member.city.name,
    signedOn: member.signedOn,
    announcedOn: member.announcedOn,
    isFounder: member.isFounder,
  };
}

const correct = async (cityId: number, changes: Partial<MemberFacts>, seen?: string) => {
  const facts = await factsOf(cityId);
  return correctMember({
    cityId,
    facts: { ...facts, ...changes },
    seen: seen ?? fingerprintOf(facts),
    staffId: reviewer,
  });
};

test.each([
  ["Amsterdam", ["Amsterdam"]],
  ["los ang", ["Los Angeles"]],
  ["Torino", ["Torino"]],
  ["Turin", ["Torino"]],
  ["Москва", ["Moscow"]],
  ["Ghent", []],
])(
  "a search for %s finds members by any of their names, also those without endorsements",
  async (query, names) => {
    expect((await listMembers(query, 1)).members.map(({ city }) => city.name)).toEqual(names);
  },
);

test("all members stand in the order of their names, and beyond the last page the last one is shown", async () => {
  const { members, total, page } = await listMembers("", 999);
  const names = members.map(({ city }) => city.name);
  expect(names).toEqual(names.toSorted(new Intl.Collator("en").compare));
  expect([total, page, members[0]?.city.name, members.at(-1)?.city.name]).toEqual([
    26,
    1,
    "Amsterdam",
    "Zaragoza",
  ]);
});

test("a member is found by a part of the name on the list, which is none of its place's", async () => {
  await correct(amsterdam, { name: "The Canal City" });
  expect((await listMembers(" canal ", 1)).members.map(({ city }) => city.name)).toEqual([
    "The Canal City",
  ]);
});

test("members beyond the first fifty stand on a second page, in the order of their names", async () => {
  const others = (await prisma.place.findMany({ where: { city: null }, take: 29 })).map(
    ({ id }, index) => ({ id, slug: `z-${index}`, name: `Zz ${String(index).padStart(2, "0")}` }),
  );
  await prisma.city.createMany({ data: others });
  await prisma.signatory.createMany({
    data: others.map(({ id: cityId }) => ({ cityId, signedOn, declarationVersion: "2018" })),
  });
  const first = await listMembers("", 1);
  const second = await listMembers("", 2);
  expect([first.members.length, first.total, second.page]).toEqual([50, 55, 2]);
  expect(second.members.map(({ city }) => city.name)).toEqual(
    [24, 25, 26, 27, 28].map((number) => `Zz ${number}`),
  );
});

test("a member is shown with its place and with the application that brought it, which the first have not", async () => {
  expect(await findMember(losAngeles)).toEqual({
    cityId: losAngeles,
    signedOn: null,
    announcedOn: expect.any(Date) as Date,
    isFounder: false,
    state: "active",
    application: null,
    city: {
      name: "Los Angeles",
      slug: "los-angeles",
      place: { regionName: "California", countryCode: "US" },
    },
  });
  const id = await approvedGhent();
  expect(await findMember(ghent)).toMatchObject({
    application: { id, reference: expect.any(String) as string },
  });
  expect(
    await prisma.event.findFirst({ where: { kind: "signatory_added", cityId: ghent } }),
  ).toMatchObject({ applicationId: id, staffId: reviewer });
  expect([await findMember(placeIds.tokyo), (await listMembers(" GHENT ", 1)).total]).toEqual([
    null,
    1,
  ]);
});

test("a member's history is its own, the newest first, with those who did it by their names", async () => {
  await prisma.user.update({ where: { id: reviewer }, data: { name: "Ada" } });
  await correct(amsterdam, { name: "Mokum" });
  await correct(losAngeles, { isFounder: true });
  await endorseAndConfirm({ cityId: amsterdam });
  await recordStep({
    ...{ cityId: amsterdam, kind: "on_hold", note: null, staffId: reviewer },
    ...{ seenSteps: 0, confirmed: 0 },
  });
  const history = await listMemberHistory(amsterdam);
  expect(history.map(({ kind, by }) => [kind, by])).toEqual([
    ["city_on_hold", "Ada"],
    ["signatory_corrected", "Ada"],
    ["signatory_added", "the site"],
  ]);
  expect(new Set(history.map(({ id }) => id)).size).toBe(3);
  expect(history.map(({ at }) => at.getTime())).toEqual(
    history.map(({ at }) => at.getTime()).sort((one, other) => other - one),
  );
});

test("a name and a date are corrected without leaving the list, and the log has both before and after", async () => {
  await refreshSiteVersion();
  const { version } = knownSiteVersion();
  const changes = { name: "Los Ángeles", signedOn: new Date("2019-03-01"), isFounder: true };
  expect(await correct(losAngeles, changes)).toEqual({ ok: true, outcome: "corrected" });
  expect(await findCity("los-angeles")).toMatchObject(changes);
  expect(knownSiteVersion().version).not.toBe(version);
  expect(await listMemberHistory(losAngeles)).toMatchObject([
    {
      kind: "signatory_corrected",
      by: "reviewer@example.org",
      detail: {
        before: { name: "Los Angeles", signedOn: null, isFounder: false },
        after: { name: "Los Ángeles", signedOn: "2019-03-01", isFounder: true },
      },
    },
    { kind: "signatory_added", by: "the site" },
  ]);
});

test("of two colleagues who correct a city at once, the second is told", async () => {
  const seen = fingerprintOf(await factsOf(amsterdam));
  const outcomes = await Promise.all([
    correct(amsterdam, { name: "Mokum" }, seen),
    correct(amsterdam, { isFounder: false }, seen),
  ]);
  expect(outcomes).toContainEqual({ ok: true, outcome: "corrected" });
  expect(outcomes).toContainEqual({ ok: false, reason: "changedMeanwhile" });
  expect(await prisma.event.count({ where: { kind: "signatory_corrected" } })).toBe(1);
});

test("what is saved as it was changes nothing, and a city that has left cannot be corrected", async () => {
  expect(await correct(amsterdam, {})).toEqual({ ok: true, outcome: "unchanged" });
  const facts = await factsOf(amsterdam);
  await prisma.signatory.delete({ where: { cityId: amsterdam } });
  expect(
    await correctMember({
      cityId: amsterdam,
      facts,
      seen: fingerprintOf(facts),
      staffId: reviewer,
    }),
  ).toEqual({ ok: false, reason: "changedMeanwhile" });
  expect(await prisma.event.count({ where: { kind: "signatory_corrected" } })).toBe(0);
});

test.each([
  [{ signedOn: "", announcedOn: "" }, "signedOn"],
  [{ signedOn: "2018-11-13" }, "signedOn"],
  [{ announcedOn: "2999-01-01" }, "announcedOn"],
  [{ name: " " }, "name"],
])("%o is refused beside its field", (changes, field) => {
  const { error } = memberCorrectionSchema.safeParse({
    name: "Ghent",
    signedOn: "2026-11-20",
    announcedOn: "",
    seen: "",
    ...changes,
  });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

const approve = async (id: string, signedOn: Date) => {
  await tickAllEvidence(await openReview(id, reviewer));
  return approveApplication(await openReview(id, reviewer), {
    name: "Ghent",
    signedOn,
    message: null,
  });
};

async function approvedGhent(): Promise<string> {
  const id = await submitConfirmed();
  await approve(id, signedOn);
  return id;
}

test("an application that is reopened keeps what the list said of its city", async () => {
  const id = await approvedGhent();
  expect(await findFormerMember(id)).toBeNull();
  await correct(ghent, { announcedOn: new Date("2025-03-05"), isFounder: true });
  await reopenApplication(await openReview(id, reviewer), "decided_in_error");
  const former = await findFormerMember(id);
  expect(former).toEqual({ signedOn, announcedOn: new Date("2025-03-05"), isFounder: true });
  expect(await findFormerMember("00000000-0000-4000-8000-00000000000f")).toBeNull();

  await approve(id, former?.signedOn ?? new Date());
  expect(await findMember(ghent)).toMatchObject({
    signedOn,
    announcedOn: new Date("2025-03-05"),
    isFounder: true,
  });
  await correct(ghent, { signedOn: null, isFounder: false });
  await reopenApplication(await openReview(id, reviewer), "decided_in_error");
  expect(await findFormerMember(id)).toEqual({
    signedOn: null,
    announcedOn: new Date("2025-03-05"),
    isFounder: false,
  });
});
