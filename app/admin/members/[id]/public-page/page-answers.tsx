import type { ReactNode } from "react";
import { z } from "zod";
import { ActionList } from "@/components/actions/action-list";
import { CitySummary } from "@/components/cities/city-summary";
import type { FormState } from "@/components/staff-ui/form-state";
import { applyChanges, type PageChange } from "@/lib/actions/page-changes";
import { toCityAction } from "@/lib/actions/stored-action";
import { isoDay } from "@/lib/durations";
import { defaultLocale } from "@/lib/i18n/locales";
import type { PageEdit } from "@/lib/members/page/commands";
import type { EditedPage } from "@/lib/members/page/queries";
import {
  actionFieldsSchema,
  reportedDateSchema,
  summarySchema,
  websiteSchema,
} from "@/lib/members/page/schema";

const errorTexts: Readonly<Record<string, string>> = {
  addressInvalid: "Give a public web address, such as https://www.ghent.be.",
  textMissing: "Say what the city does or plans.",
  tooLong: "This is too long.",
  unreadable: "This holds characters that cannot be read. Type it again.",
  choiceMissing: "Choose one.",
  dateInvalid: "Give a year, such as 2026, or a day, such as 2026-11-29.",
  dateInFuture: "Give a day or year that is not in the future.",
};

const reportedBySchema = z
  .enum(["city", "coalition", "same"])
  .catch("coalition")
  .transform((by) => (by === "same" ? null : by));

type Read =
  | { ok: true; edit: Pick<PageEdit, "changes" | "reported"> }
  | { ok: false; fieldErrors: FormState["fieldErrors"] };

/** Website and summary, or where the form is one of an action, that action. */
export function parseEdit(values: Readonly<Record<string, string>>): Read {
  const by = reportedBySchema.parse(values.by);
  if (values.form === "facts") {
    const facts = [websiteSchema.safeParse(values), summarySchema.safeParse(values)];
    const fieldErrors = errorsOf(facts);
    if (Object.keys(fieldErrors).length > 0) return { ok: false, fieldErrors };
    const changes = facts.flatMap(({ data }) => data ?? []);
    return { ok: true, edit: { changes, reported: { by, date: isoDay(new Date()) } } };
  }
  const action = actionFieldsSchema.safeParse({
    ...values,
    locale: values.locale ?? defaultLocale,
  });
  const dated = z
    .object({ date: reportedDateSchema(isoDay(new Date())) })
    .safeParse({ date: values.date });
  if (!action.success || !dated.success)
    return { ok: false, fieldErrors: errorsOf([action, dated]) };
  const change: PageChange = values.id
    ? { kind: "change", id: values.id, ...action.data }
    : { kind: "add", ...action.data };
  return { ok: true, edit: { changes: [change], reported: { by, date: dated.data.date } } };
}

function errorsOf(read: readonly z.ZodSafeParseResult<unknown>[]): Record<string, string> {
  const issues = read.flatMap(({ error }) => error?.issues ?? []);
  return Object.fromEntries(
    issues.map(({ path, message }) => [String(path[0]), errorTexts[message] ?? message]),
  );
}

/** What it changes, drawn as the public page draws it. */
export function drawPreview(
  page: EditedPage,
  { changes, reported }: Pick<PageEdit, "changes" | "reported">,
): ReactNode {
  const today = isoDay(new Date());
  const content = applyChanges(page, changes, { ...reported, today }, () => "preview");
  if (!content) return null;
  const ids = changes.map((change) => ("id" in change ? change.id : "preview"));
  const actions = content.actions
    .filter(({ id }) => ids.includes(id))
    .map((action) => toCityAction(defaultLocale, page.city, action));
  const { summary, website } = content;
  return (
    <>
      {summary && changes.some(({ kind }) => kind === "summary") ? (
        <CitySummary locale={defaultLocale} city={page.city.name} summary={summary} />
      ) : null}
      {website && changes.some(({ kind }) => kind === "website") ? <p>{website}</p> : null}
      {actions.length > 0 ? (
        <ActionList locale={defaultLocale} actions={actions} isOfOneCity />
      ) : null}
    </>
  );
}
