import { z } from "zod";
import type { Principle } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { ActionStatus, ChecklistArea } from "@/prisma/generated/enums";

/** What a member city has done or plans, as it was reported on `date`. */
export type CityAction = {
  /** Stays the same for good. Also the action's anchor on its city's page. */
  id: string;
  city: { cityId: number; slug: string; name: string; countryCode: string };
  area: ChecklistArea;
  principle: Principle["number"] | null;
  status: ActionStatus;
  title: string | null;
  /** Plain text, which may have several lines. */
  text: string;
  textLocale: Locale;
  /** ISO: the day, or the year where no more is known. */
  date: string;
  /** Who reported it, in words of the site's language. */
  source: { name: string; url: string | null };
  /** The states that it has been in, the present one last, each with when it was reported first. */
  progress: readonly ActionProgress[];
};

export type ActionProgress = { status: ActionStatus; since: string };

export type ActionFilter = {
  area?: ChecklistArea;
  /** The city's slug. */
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  status?: ActionStatus;
};

/** Invalid values count as absent. */
export const actionFilterSchema = z.object({
  area: z.enum(ChecklistArea).optional().catch(undefined),
  city: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .optional()
    .catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  status: z.enum(ActionStatus).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const fitsFilter =
  ({ area, city, country, status }: ActionFilter) =>
  (action: CityAction): boolean =>
    (!area || action.area === area) &&
    (!city || action.city.slug === city) &&
    (!country || action.city.countryCode === country) &&
    (!status || action.status === status);
