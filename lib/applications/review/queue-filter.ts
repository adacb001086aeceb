import { z } from "zod";
import { ApplicationState } from "@/prisma/generated/enums";

/** What a reviewer looks for in the queue, as it stands in the addresses of the panel. */
export type QueueFilter = { state: ApplicationState | "all"; query: string; page: number };

type SearchParams = Record<string, string | string[] | undefined>;

const stateSchema = z.enum([...Object.values(ApplicationState), "all"]);
const pageSchema = z.coerce.number().int().min(1).max(10_000);
const longestQuery = 200;

/**
 * Reads the filter; whatever makes no sense counts as absent. A search looks in every state unless
 * one is chosen.
 */
export function parseQueueParams(params: SearchParams): QueueFilter {
  const query = one(params.q).trim().slice(0, longestQuery);
  const state = stateSchema.safeParse(one(params.state));
  const page = pageSchema.safeParse(one(params.page));
  return { query, state: state.data ?? (query ? "all" : "submitted"), page: page.data ?? 1 };
}

const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? "";

/** The filter as a form carries it along: what stands behind the "?" of an address. */
export function formatQueueFilter({ state, query, page }: QueueFilter): string {
  const params = new URLSearchParams();
  if (query) params.set("q", query);
  if (state !== (query ? "all" : "submitted")) params.set("state", state);
  if (page > 1) params.set("page", String(page));
  return String(params);
}

/** The filter out of what a form carried along. */
export const parseQueueFilter = (written: string): QueueFilter =>
  parseQueueParams(Object.fromEntries(new URLSearchParams(written)));

/** The address of the queue with this filter. */
export const queueAddress = (filter: QueueFilter): string =>
  withParams("/admin", formatQueueFilter(filter));

/**
 * The address of an application, reached from the queue with this filter: the way back and to its
 * neighbours is the same queue.
 */
export const applicationAddress = (id: string, filter: QueueFilter, outcome = ""): string =>
  withParams(
    `/admin/applications/${id}`,
    [formatQueueFilter(filter), outcome].filter(Boolean).join("&"),
  );

const withParams = (path: string, params: string): string => (params ? `${path}?${params}` : path);
