import {
  causeLabels,
  checkLabels,
  criterionLabels,
  formatDay,
  formatMoment,
  reasonLabels,
} from "@/components/review/labels";
import { contactKindNames, linkKindNames } from "@/components/staff/member-labels";
import { roleLabels } from "@/components/staff/role-labels";
import { formatSetting, settingLabels } from "@/components/staff/settings/setting-labels";
import { holdReasonNames, stepNames } from "@/components/staff-endorsements/endorsement-labels";
import { defaultLocale } from "@/lib/i18n/locales";
import type { EventKind } from "@/prisma/generated/enums";

type Detail = Readonly<Record<string, unknown>>;
type Words = Readonly<Record<string, string>>;

const namesOf = (labels: Readonly<Record<string, { name: string }>>): Words =>
  Object.fromEntries(Object.entries(labels).map(([key, { name }]) => [key, name]));

/** What the values of a detail are called, whatever event it belongs to. */
const valueNames: Readonly<Record<string, Words>> = {
  criterion: namesOf(criterionLabels),
  check: checkLabels,
  reason: { ...reasonLabels, ...holdReasonNames },
  reasons: holdReasonNames,
  cause: causeLabels,
  role: roleLabels,
  before: roleLabels,
  after: roleLabels,
  because: { unconfirmed: "Never confirmed", past: "No longer kept" },
  action: { release: "Released", invalidate: "Invalidated" },
  state: { held: "Held ones", confirmed: "Those that count" },
};

/** What `kind` is a kind of, by the beginning of the event's kind. */
const kindNames: readonly (readonly [string, Words])[] = [
  ["block_", { mail_domain: "Email domain", network: "Network" }],
  ["city_step_", namesOf(stepNames)],
  ["member_contact", contactKindNames],
  ["member_link", linkKindNames],
  ["endorsement_", { asks: "A request", thanks: "Thanks" }],
];

const detailNames: Words = {
  agrees: "Agrees with the decision",
  asked: "Residents asked",
  count: "Number",
  mail: "Email",
  locale: "Language",
  number: "Version",
  publishedAt: "Public from",
  restores: "Brings back version",
  until: "Shown until",
};

/** These say by themselves what they are. */
const withoutName = new Set(
  ["action", "because", "cause", "check", "criterion", "kind", "reason", "reasons", "role"].concat([
    "state",
    "text",
    "link",
  ]),
);

/** Ids lead nobody anywhere: what they stand for is named or linked beside. */
const isId = (name: string, value: unknown): boolean =>
  ["into", "undoes", "memberId"].includes(name) ||
  (typeof value === "string" && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value));

/** What an event says beside its kind, each in words. */
export function formatDetail(kind: EventKind, detail: Detail): string[] {
  const { before, after, ...others } = detail;
  return [
    ...changesOf(kind, before, after),
    ...Object.entries(others).flatMap(([name, value]) => {
      if (value === null || value === "" || isId(name, value)) return [];
      const written = formatValue(kind, name, value);
      if (name === "kind" && kind.startsWith("member_contact")) return [`Contact for: ${written}`];
      if (name === "number" && kind === "publication_picture_added") return [`Picture: ${written}`];
      return withoutName.has(name)
        ? [written]
        : [`${detailNames[name] ?? capitalised(wordsOf(name))}: ${written}`];
    }),
  ];
}

/** Each with what stood there before and after. */
function changesOf(kind: EventKind, before: unknown, after: unknown): string[] {
  if (after === undefined) return [];
  if (!isDetail(before) || !isDetail(after))
    return [`${formatValue(kind, "before", before)} → ${formatValue(kind, "after", after)}`];
  const labels: Words = kind === "settings_changed" ? settingLabels : {};
  const write = (name: string, value: unknown) =>
    kind === "settings_changed" ? formatSetting(value) : formatValue(kind, name, value);
  return Object.keys(after).map(
    (name) =>
      `${labels[name] ?? capitalised(wordsOf(name))}: ${write(name, before[name])} → ${write(name, after[name])}`,
  );
}

const isDetail = (value: unknown): value is Detail =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function formatValue(kind: EventKind, name: string, value: unknown): string {
  if (Array.isArray(value))
    return value.map((each) => formatValue(kind, name, each)).join("; ") || "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string") return typeof value === "number" ? String(value) : "none";
  const names =
    name === "kind" ? kindNames.find(([start]) => kind.startsWith(start))?.[1] : valueNames[name];
  return names?.[value] ?? formatText(name, value);
}

const codes = new Set(["changed", "changes", "dataset", "ending", "fields", "kind", "mail"]);

function formatText(name: string, value: string): string {
  if (name === "locale") return languageName(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(new Date(value));
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatMoment(new Date(value));
  return codes.has(name) ? wordsOf(value) : value;
}

const languageName = (code: string): string =>
  new Intl.DisplayNames(defaultLocale, { type: "language" }).of(code) ?? code;

/** E.g. "mandate url" of `mandateUrl`, and "not me" of `not_me`. */
const wordsOf = (code: string): string =>
  code
    .replaceAll("_", " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Where what happened can be seen. */
export function linkOf({ publicationId, textId, into }: Detail): [string, string] | null {
  if (typeof publicationId === "string")
    return ["Open the publication", `/admin/publishing/${publicationId}`];
  if (typeof textId === "string") return ["Open the text", `/admin/texts/${textId}`];
  return typeof into === "number" ? ["Open the other city", `/admin/members/${into}`] : null;
}
