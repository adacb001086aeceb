import type { PageChange } from "@/lib/actions/page-changes";
import { latestReport } from "@/lib/actions/stored-action";
import type { PageContent, StoredAction } from "@/lib/cities/page-content";
import { formText } from "@/lib/forms";
import {
  fieldName,
  type ActionRow,
  type ProposalFormState,
} from "@/lib/members/page/proposal-form-state";
import {
  actionFieldsSchema,
  summarySchema,
  websiteSchema,
  type PageErrorKey,
} from "@/lib/members/page/schema";

/** Of one page: more than any city has. */
const maxRows = 60;

type Page = { content: PageContent; actions: readonly StoredAction[] };

/** What the page says now, and room for one more action. */
export function beginProposal({ content, actions }: Page, locale: string): ProposalFormState {
  const shown = actions.filter(({ isTakenOut }) => !isTakenOut).slice(0, maxRows - 1);
  const empty = { id: "", area: "principle_1", title: "", text: "", status: "planned", url: "" };
  return {
    attempt: 0,
    website: content.website ?? "",
    summary: content.summary?.text ?? "",
    rows: [...shown.map(rowOf), { ...empty, locale, isTakenOut: false }],
    fieldErrors: {},
  };
}

const rowOf = (action: StoredAction): ActionRow => ({
  id: action.id,
  area: action.area,
  title: action.title ?? "",
  text: action.text,
  status: latestReport(action).status,
  url: action.url ?? "",
  locale: action.locale,
  isTakenOut: false,
});

export const showProposalAgain = (
  { attempt }: ProposalFormState,
  form: FormData,
  problem: Partial<ProposalFormState>,
): ProposalFormState => ({
  attempt: Number(attempt) + 1,
  website: formText(form, "website"),
  summary: formText(form, "summary"),
  rows: rowsIn(form),
  fieldErrors: {},
  ...problem,
});

const rowsIn = (form: FormData): ActionRow[] =>
  Array.from({ length: maxRows }, (_, index) => index)
    .filter((index) => form.has(fieldName(index, "text")))
    .map((index) => {
      const text = (field: keyof ActionRow) => formText(form, fieldName(index, field));
      const [id, area, title, status] = [text("id"), text("area"), text("title"), text("status")];
      const isTakenOut = text("isTakenOut") === "yes";
      return {
        ...{ id, area, title, status, isTakenOut },
        ...{ text: text("text"), url: text("url"), locale: text("locale") },
      };
    });

type Read =
  | { ok: true; changes: PageChange[] }
  | { ok: false; fieldErrors: ProposalFormState["fieldErrors"] };

/** Only what differs from what the page says now. */
export function parseProposal(form: FormData, { content, actions }: Page): Read {
  const changes: PageChange[] = [];
  const fieldErrors: Record<string, PageErrorKey> = {};
  const facts = { website: formText(form, "website"), summary: formText(form, "summary") };
  const [website, summary] = [websiteSchema.safeParse(facts), summarySchema.safeParse(facts)];
  if (website.error) fieldErrors.website = website.error.issues[0]?.message as PageErrorKey;
  if (summary.error) fieldErrors.summary = summary.error.issues[0]?.message as PageErrorKey;
  if (website.data && website.data.website !== content.website) changes.push(website.data);
  if (summary.data && summary.data.text !== (content.summary?.text ?? null))
    changes.push(summary.data);

  for (const [index, { id, isTakenOut, ...typed }] of rowsIn(form).entries()) {
    const before = actions.find((action) => action.id === id);
    if (id && (!before || before.isTakenOut)) continue;
    if (before && isTakenOut) changes.push({ kind: "takeOut", id });
    if (isTakenOut || (!before && !(typed.title + typed.text).trim())) continue;
    const { data, error } = actionFieldsSchema.safeParse(typed);
    if (data && !before) changes.push({ kind: "add", ...data });
    if (data && before && differs(before, data)) changes.push({ kind: "change", id, ...data });
    for (const { path, message } of error?.issues ?? [])
      fieldErrors[fieldName(index, path[0] as keyof ActionRow)] ??= message as PageErrorKey;
  }
  return Object.keys(fieldErrors).length > 0 ? { ok: false, fieldErrors } : { ok: true, changes };
}

const differs = (
  before: StoredAction,
  { status, ...after }: Omit<Extract<PageChange, { kind: "add" }>, "kind">,
): boolean =>
  status !== latestReport(before).status ||
  (Object.keys(after) as (keyof typeof after)[]).some((field) => after[field] !== before[field]);
