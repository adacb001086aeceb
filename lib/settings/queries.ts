import { z } from "zod";
import { prisma, type Transaction } from "@/lib/db";
import {
  isSameSetting,
  parseStoredSettings,
  settingNames,
  type Settings,
} from "@/lib/settings/schema";

/** In a transaction give it: the embedded database has one connection. */
export const readSettings = async (client: Transaction = prisma): Promise<Settings> =>
  (await readVersionedSettings(client)).settings;

/** With the version that a change must name. */
export async function readVersionedSettings(
  client: Transaction = prisma,
): Promise<{ settings: Settings; version: number }> {
  const row = await client.settings.findUnique({
    where: { id: 1 },
    select: { version: true, values: true },
  });
  return { settings: parseStoredSettings(row?.values), version: row?.version ?? 0 };
}

const changeSchema = z.object({
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  undoes: z.string().optional(),
});

/** What an event says of a change; null for one that this release cannot read. */
export function parseChange(detail: unknown) {
  const change = changeSchema.safeParse(detail).data;
  if (!change) return null;
  const names = settingNames.filter((name) => name in change.after);
  return names.length > 0 ? { ...change, names } : null;
}

const shownChanges = 50;

/** Newest first. `isUndoable`: nothing of it has changed since. */
export async function listSettingsChanges(settings: Settings) {
  const events = await prisma.event.findMany({
    where: { kind: "settings_changed" },
    select: { id: true, at: true, staffId: true, detail: true },
    orderBy: { id: "desc" },
    take: shownChanges,
  });
  const staff = await prisma.user.findMany({
    where: { id: { in: [...new Set(events.flatMap(({ staffId }) => staffId ?? []))] } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(staff.map(({ id, name, email }) => [id, name ?? email]));
  return events.flatMap(({ id, at, staffId, detail }) => {
    const change = parseChange(detail);
    if (!change) return [];
    return {
      ...change,
      id: String(id),
      at,
      by: (staffId && names.get(staffId)) ?? "the site",
      isUndoable: change.names.every((name) => isSameSetting(settings[name], change.after[name])),
    };
  });
}

export type SettingsChange = Awaited<ReturnType<typeof listSettingsChanges>>[number];
