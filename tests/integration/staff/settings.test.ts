import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { findEmbedContent } from "@/lib/embed/queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { contactAddress } from "@/lib/mail/contact-address";
import { changeSettings, undoSettingsChange } from "@/lib/settings/commands";
import { listSettingsChanges, readSettings, readVersionedSettings } from "@/lib/settings/queries";
import { readPublicAddresses } from "@/lib/settings/public-addresses";
import { defaultSettings, type Settings } from "@/lib/settings/schema";
import { knownSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import { addStaff } from "@/lib/staff/commands";
import { resetDatabase } from "@/tests/support/database/reset";
import { sortedReasons } from "@/tests/support/result";

let administrator: string;

beforeEach(async () => {
  await resetDatabase();
  const email = "administrator@example.org";
  await addStaff({ email, name: "Ada", role: "administrator" }, null);
  administrator = (await prisma.user.findFirstOrThrow()).id;
});

async function change(changes: Partial<Settings>) {
  const { settings, version } = await readVersionedSettings();
  return changeSettings({ settings: { ...settings, ...changes }, version, staffId: administrator });
}

const history = async () => listSettingsChanges(await readSettings());
const undo = (id = "") => undoSettingsChange(BigInt(id), administrator);

test("what nobody has changed has its default, and only what differs is stored", async () => {
  expect(await readSettings()).toEqual(defaultSettings);

  expect(await change({ holidays: ["2026-12-25"] })).toEqual({ ok: true, outcome: "changed" });
  expect(await readSettings()).toEqual({ ...defaultSettings, holidays: ["2026-12-25"] });
  const { values } = await prisma.settings.findUniqueOrThrow({ where: { id: 1 } });
  expect(values).toEqual({ holidays: ["2026-12-25"] });
});

test("a change is written down with what stood there before and after", async () => {
  await change({ targetCities: 200, redAfterWorkingDays: 12 });
  expect(await history()).toMatchObject([
    {
      by: "Ada",
      before: { targetCities: 100, redAfterWorkingDays: 10 },
      after: { targetCities: 200, redAfterWorkingDays: 12 },
      isUndoable: true,
    },
  ]);
});

test("public pages name the addresses of the settings, and else that of the emails", async () => {
  const sender = contactAddress();
  expect(await readPublicAddresses()).toEqual({ contact: sender, press: sender });
  await change({ contactAddress: "hello@coalition.example" });
  expect(await readPublicAddresses()).toEqual({
    contact: "hello@coalition.example",
    press: "hello@coalition.example",
  });
  await change({ pressAddress: "press@coalition.example" });
  expect((await readPublicAddresses()).press).toBe("press@coalition.example");
});

test("saving what stands there already changes nothing", async () => {
  expect(await change({})).toEqual({ ok: true, outcome: "unchanged" });
  expect(await history()).toEqual([]);
});

test("nobody overwrites what they have not seen, also with the very first change", async () => {
  const both = [200, 300].map((targetCities) =>
    changeSettings({
      settings: { ...defaultSettings, targetCities },
      version: 0,
      staffId: administrator,
    }),
  );
  expect(sortedReasons(await Promise.all(both))).toEqual(["changedMeanwhile", "done"]);
  expect(await history()).toHaveLength(1);
});

test("public pages show a new target with the next request", async () => {
  const counter = async () => (await findEmbedContent(defaultLocale, { kind: "counter" }))?.title;
  await refreshSiteVersion();
  const before = knownSiteVersion().version;
  expect(await counter()).toBe("0 of 100 cities");

  await change({ targetCities: 200 });
  expect(await counter()).toBe("0 of 200 cities");
  expect(knownSiteVersion().version).not.toBe(before);
});

test("a change can be undone, and undoing it can too", async () => {
  await change({ targetCities: 200 });
  const [changed] = await history();
  expect(await undo(changed?.id)).toEqual({ ok: true });
  expect(await readSettings()).toEqual(defaultSettings);

  const [undone] = await history();
  expect(undone).toMatchObject({ undoes: changed?.id, after: { targetCities: 100 } });
  expect(await undo(undone?.id)).toEqual({ ok: true });
  expect((await readSettings()).targetCities).toBe(200);
});

test("what has changed again since is not undone, what others changed beside it stays", async () => {
  await change({ targetCities: 200 });
  const [first] = await history();
  await change({ claimEndsAfterWorkingDays: 3 });
  await change({ targetCities: 300 });

  expect(await undo(first?.id)).toEqual({ ok: false, reason: "changedSince" });
  const [latest] = await history();
  expect(await undo(latest?.id)).toEqual({ ok: true });
  expect(await readSettings()).toMatchObject({ targetCities: 200, claimEndsAfterWorkingDays: 3 });
});

test("what would no longer fit the rest is not undone", async () => {
  await change({ amberAfterWorkingDays: 3 });
  await change({ redAfterWorkingDays: 5 });
  const [, amber] = await history();
  expect(await undo(amber?.id)).toEqual({ ok: false, reason: "changedSince" });
  expect(await readSettings()).toMatchObject({ amberAfterWorkingDays: 3, redAfterWorkingDays: 5 });
});
