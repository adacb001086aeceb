import { z } from "zod";
import { ApplicationState } from "@/prisma/generated/enums";

export type QueueFilter = { state: ApplicationState | "all"; query: string; page: number };

type SearchParams = Record<string, string | string[] | undefined>;

const stateSchema = z.enum([...Object.values(ApplicationState), "all"]);
const pageSchema = z.coerce.number().int().min(1).max(10_000);
const longestQuery = 200;

/** Invalid values count as absent. A search covers every state unless one is chosen. */
export function parseQueueParams(params: SearchParams): QueueFilter {
  const query = one(params.q).trim().slice(0, longestQuery);
  const state = stateSchema.safeParse(one(params.state));
  const page = pageSchema.safeParse(one(params.page));
  return { query, state: state.data ?? (query ? "all" : "submitted"), page: page.data ?? 1 };
}

const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? "";

export function formatQueueFilter({ state, query, page }: QueueFilter): string {
  const params = new URLSearchParams();
  if (query) params.set("q", query);
  if (state !== (query ? "all" : "submitted")) params.set("state", state);
  if (page > 1) params.set("page", String(page));
  return String(params);
}

export const parseQueueFilter = (written: string): QueueFilter =>
  parseQueueParams(Object.fromEntries(new URLSearchParams(written)));

export const queueAddress = (filter: QueueFilter): string =>
  withParams("/admin", formatQueueFilter(filter));

/** The filter stays in the address, for the way back and for the links to its neighbours. */
export const applicationAddress = (id: string, filter: QueueFilter, outcome = ""): string =>
  withParams(
    `/admin/applications/${id}`,
    [formatQueueFilter(filter), outcome].filter(Boolean).join("&"),
  );

const withParams = (path: string, params: string): string => (params ? `${path}?${params}` : path);
