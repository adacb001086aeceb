import { z } from "zod";
import { latestReport } from "@/lib/actions/stored-action";
import { type ActionReport, type PageContent, type StoredAction } from "@/lib/cities/page-content";
import { locales } from "@/lib/i18n/locales";
import { ActionStatus, ChecklistArea } from "@/prisma/generated/enums";

const actionFields = {
  area: z.enum(ChecklistArea),
  title: z.string().nullable(),
  text: z.string(),
  locale: z.enum(locales),
  url: z.string().nullable(),
  status: z.enum(ActionStatus),
};

export const pageChangeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("website"), website: z.string().nullable() }),
  z.object({ kind: z.literal("summary"), text: z.string().nullable() }),
  z.object({ kind: z.literal("add"), ...actionFields }),
  z.object({ kind: z.literal("change"), id: z.string(), ...actionFields }),
  z.object({ kind: z.literal("takeOut"), id: z.string() }),
  z.object({ kind: z.literal("putBack"), id: z.string() }),
]);

/** One thing that an edit of a city's page changes. */
export type PageChange = z.infer<typeof pageChangeSchema>;

type ActionFields = Omit<Extract<PageChange, { kind: "add" }>, "kind">;

/** `by` is null where an edit only words anew what was reported before. */
export type Reported = { by: "city" | "coalition" | null; date: string; today: string };

type Page = {
  content: PageContent;
  /** As they stand now, edited or not. */
  actions: readonly StoredAction[];
};

/** Null where an action that it changes is not there any more. */
export function applyChanges(
  page: Page,
  changes: readonly PageChange[],
  reported: Reported,
  /** Of the action that is added, by its place among the changes. */
  newId: (index: number) => string,
): PageContent | null {
  let { content } = page;
  let actions = [...page.actions];
  for (const [index, change] of changes.entries()) {
    if (change.kind === "website") content = { ...content, website: change.website };
    else if (change.kind === "summary")
      content = { ...content, summary: summaryOf(change, reported) };
    else {
      const before = change.kind === "add" ? null : actions.find(({ id }) => id === change.id);
      if (before === undefined) return null;
      const after = changedAction(before, change, reported, newId(index));
      content = { ...content, actions: replaced(content.actions, after) };
      actions = replaced(actions, after);
    }
  }
  return content;
}

const summaryOf = (
  { text }: { text: string | null },
  { by, today }: Reported,
): PageContent["summary"] => (text ? { text, by: by ?? "coalition", date: today } : null);

type ActionChange = Exclude<PageChange, { kind: "website" | "summary" }>;

function changedAction(
  before: StoredAction | null,
  change: ActionChange,
  reported: Reported,
  newId: string,
): StoredAction {
  if (before && (change.kind === "takeOut" || change.kind === "putBack"))
    return { ...before, isTakenOut: change.kind === "takeOut" };
  const { area, title, text, locale, url, status } = change as ActionFields;
  return {
    id: before?.id ?? newId,
    isTakenOut: false,
    ...{ area, title, text, locale, url },
    reports: reportsOf(before, status, reported),
  };
}

/** Beyond it, the earliest are forgotten. */
const maxReports = 50;

function reportsOf(
  before: StoredAction | null,
  status: ActionStatus,
  { by, date }: Reported,
): ActionReport[] {
  const latest = before && latestReport(before);
  const report: ActionReport =
    latest && by === null
      ? { ...latest, status, date }
      : { status, date, by: by ?? "coalition", name: null };
  if (!before || !latest) return [report];
  const isSame = JSON.stringify(report) === JSON.stringify(latest);
  return isSame ? before.reports : [...before.reports, report].slice(-maxReports);
}

const replaced = (actions: readonly StoredAction[], after: StoredAction): StoredAction[] =>
  actions.some(({ id }) => id === after.id)
    ? actions.map((each) => (each.id === after.id ? after : each))
    : [...actions, after];
