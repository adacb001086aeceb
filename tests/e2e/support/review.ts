import type { Page } from "@playwright/test";
import { prisma } from "@/lib/db";
import { submitConfirmed } from "@/tests/support/applications/review";

/** An application of a city, submitted and confirmed. */
export type Applied = { id: string; path: string; email: string; cityName: string };

/**
 * Submits an application of the city and confirms it. All tests share the site: each story has a
 * city of its own, another one without scripts. Gives the address of its page in the panel and the
 * applicant's.
 */
export async function apply(
  story: string,
  cityIds: Readonly<Record<string, number>>,
  project: string,
): Promise<Applied> {
  const email = `${story}.${project}@stad.example`;
  const cityId = cityIds[project] ?? 0;
  const id = await submitConfirmed({
    submissionKey: crypto.randomUUID(),
    cityId,
    contactEmail: email,
  });
  const { name } = await prisma.city.findUniqueOrThrow({ where: { id: cityId } });
  return { id, path: `/admin/applications/${id}`, email, cityName: name };
}

/** Opens a decision, unless it stands open. */
export async function openDecision(page: Page, decision: string): Promise<void> {
  const details = page.locator("details", { has: page.locator("summary", { hasText: decision }) });
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
}
