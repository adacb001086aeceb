import { transact, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { parseChange, readVersionedSettings } from "@/lib/settings/queries";
import {
  changedSettings,
  defaultSettings,
  isSameSetting,
  settingNames,
  settingsSchema,
  type Settings,
} from "@/lib/settings/schema";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

type Change = {
  settings: Settings;
  /** Of the settings that the form was opened with. */
  version: number;
  staffId: string;
};

export async function changeSettings({
  settings,
  version,
  staffId,
}: Change): Promise<Result<"changedMeanwhile", { outcome: "changed" | "unchanged" }>> {
  const result = await transact(async (tx) => {
    const current = await lockSettings(tx);
    if (current.version !== version) return { ok: false, reason: "changedMeanwhile" } as const;
    const isChanged = await store(tx, current, settings, staffId);
    return { ok: true, outcome: isChanged ? "changed" : "unchanged" } as const;
  });
  if (result.ok && result.outcome === "changed") await refreshSiteVersion();
  return result;
}

/** `changedSince`: what it changed has been changed again, or cannot stand beside the rest. */
export async function undoSettingsChange(
  eventId: bigint,
  staffId: string,
): Promise<Result<"changedSince">> {
  const result = await transact(async (tx): Promise<Result<"changedSince">> => {
    const current = await lockSettings(tx);
    const event = await tx.event.findFirst({
      where: { id: eventId, kind: "settings_changed" },
      select: { detail: true },
    });
    const change = parseChange(event?.detail);
    const isAsItWas = change?.names.every((name) =>
      isSameSetting(current.settings[name], change.after[name]),
    );
    if (!change || !isAsItWas) return { ok: false, reason: "changedSince" };
    const former = settingsSchema.safeParse({ ...current.settings, ...change.before });
    if (!former.success) return { ok: false, reason: "changedSince" };
    await store(tx, current, former.data, staffId, { undoes: String(eventId) });
    return { ok: true };
  });
  if (result.ok) await refreshSiteVersion();
  return result;
}

/** Serialises changes, also the first one. */
async function lockSettings(tx: Transaction): Promise<Current> {
  await tx.$executeRaw`INSERT INTO settings (id) VALUES (1) ON CONFLICT DO NOTHING`;
  await tx.$queryRaw`SELECT id FROM settings WHERE id = 1 FOR UPDATE`;
  return readVersionedSettings(tx);
}

type Current = { settings: Settings; version: number };

/** @returns whether anything is other than it was */
async function store(
  tx: Transaction,
  { settings: before, version }: Current,
  after: Settings,
  staffId: string,
  reference: { undoes?: string } = {},
): Promise<boolean> {
  const names = changedSettings(before, after);
  if (names.length === 0) return false;
  const overridden = settingNames.filter(
    (name) => !isSameSetting(after[name], defaultSettings[name]),
  );
  await tx.settings.update({
    where: { id: 1 },
    data: { version: version + 1, values: only(overridden, after) },
  });
  // Public pages show some of them.
  await raiseSiteVersion(tx);
  await recordEvent(tx, {
    kind: "settings_changed",
    actor: "staff",
    staffId,
    detail: { before: only(names, before), after: only(names, after), ...reference },
  });
  return true;
}

const only = (names: readonly (keyof Settings)[], settings: Settings) =>
  Object.fromEntries(names.map((name) => [name, settings[name]]));
