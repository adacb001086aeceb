import { z } from "zod";
import { ApplicationState } from "@/prisma/generated/enums";

/** Of what awaits review: what the reader has, what nobody has, and what is late. */
export const queueViews = ["mine", "unassigned", "overdue"] as const;

export type QueueView = (typeof queueViews)[number];

export type QueueFilter = {
  state: ApplicationState | "all";
  /** Only with the state `submitted`. */
  view?: QueueView;
  query: string;
  page: number;
};

type SearchParams = Record<string, string | string[] | undefined>;

const stateSchema = z.enum([...Object.values(ApplicationState), "all"]);
const viewSchema = z.enum(queueViews);
const pageSchema = z.coerce.number().int().min(1).max(10_000);
const maxQueryLength = 200;

/** Invalid values count as absent. A search covers every state unless one is chosen. */
export function parseQueueParams(params: SearchParams): QueueFilter {
  const query = one(params.q).trim().slice(0, maxQueryLength);
  const page = pageSchema.safeParse(one(params.page)).data ?? 1;
  const view = viewSchema.safeParse(one(params.view)).data;
  if (view) return { query, state: "submitted", view, page };
  const state = stateSchema.safeParse(one(params.state)).data ?? (query ? "all" : "submitted");
  return { query, state, page };
}

const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? "";

export function formatQueueFilter({ state, view, query, page }: QueueFilter): string {
  const params = new URLSearchParams();
  if (query) params.set("q", query);
  if (view) params.set("view", view);
  else if (state !== (query ? "all" : "submitted")) params.set("state", state);
  if (page > 1) params.set("page", String(page));
  return String(params);
}

export const parseQueueFilter = (written: string): QueueFilter =>
  parseQueueParams(Object.fromEntries(new URLSearchParams(written)));

export const queueAddress = (filter: QueueFilter): string =>
  withParams("/admin", formatQueueFilter(filter));

/** Where something is done to several of them. */
export const severalAddress = (filter: QueueFilter, choice = ""): string =>
  withParams(
    "/admin/applications/several",
    [formatQueueFilter(filter), choice].filter(Boolean).join("&"),
  );

/** The filter stays in the address, for the way back and for the links to its neighbours. */
export const applicationAddress = (id: string, filter: QueueFilter, outcome = ""): string =>
  withParams(
    `/admin/applications/${id}`,
    [formatQueueFilter(filter), outcome].filter(Boolean).join("&"),
  );

const withParams = (path: string, params: string): string => (params ? `${path}?${params}` : path);
