import type { ComparedChange } from "@/components/city-pages/decision-form";
import type { PageChange } from "@/lib/actions/page-changes";
import { latestReport } from "@/lib/actions/stored-action";
import type { PageContent, StoredAction } from "@/lib/cities/page-content";
import { defaultLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Page = { content: PageContent; actions: readonly StoredAction[] };

const areas = translator(defaultLocale, "actions.areas");
const statuses = translator(defaultLocale, "actions.statuses");

/** What the page says now, and what it would say. */
export function compare({ content, actions }: Page, change: PageChange): ComparedChange {
  if (change.kind === "website") return one("Website", content.website, change.website);
  if (change.kind === "summary") return one("Summary", content.summary?.text, change.text);
  const before =
    change.kind === "add" ? undefined : actions.find((action) => action.id === change.id);
  const name = before && (before.title ?? areas(before.area));
  if (change.kind === "takeOut") return { label: `Take off “${name}”`, fields: [] };
  if (change.kind === "putBack") return { label: `Put back “${name}”`, fields: [] };
  const old = before && { ...before, status: latestReport(before).status };
  return {
    label: name ? `Change “${name}”` : "Add an action",
    fields: [
      { name: "State", old: old ? statuses(old.status) : "", new: statuses(change.status) },
      { name: "Title", old: old?.title ?? "", new: change.title ?? "" },
      { name: "Text", old: old?.text ?? "", new: change.text },
      { name: "Area", old: old ? areas(old.area) : "", new: areas(change.area) },
      { name: "Link", old: old?.url ?? "", new: change.url ?? "" },
    ],
  };
}

const one = (name: string, old: string | null | undefined, now: string | null): ComparedChange => ({
  label: name,
  fields: [{ name, old: old ?? "", new: now ?? "" }],
});
