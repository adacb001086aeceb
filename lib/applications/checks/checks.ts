import { isDisposable } from "@/lib/abuse/disposable-address";
import { isOfSameDomain } from "@/lib/applications/contact-domain";
import { isFreeMailAddress } from "@/lib/applications/free-mail";
import type { Namesakes } from "@/lib/applications/review/namesake-queries";
import type { ReviewedApplication } from "@/lib/applications/review/review-queries";
import type { Settings } from "@/lib/settings/schema";
import type { CheckName, LinkFailure } from "@/prisma/generated/enums";

// What the site finds out by itself about an application. Nothing of it decides anything.

/** `open`: there is nothing that could be looked at, or it has not been checked yet. */
export type Verdict = "fine" | "look" | "open";

type Facts = {
  contact_domain: { mailDomain: string; webDomain: string } | null;
  /** The domain of the address; null where it is erased. */
  free_mail: { domain: string; isDisposable: boolean } | null;
  similar_city: Namesakes;
  mandate_link: LinkFact;
};

type LinkFact =
  | { kind: "noLink" | "neverChecked" | "waits" }
  | { kind: "answered"; status: number; askedAt: Date }
  | { kind: "failed"; failure: LinkFailure; askedAt: Date };

export type Override = ReviewedApplication["overrides"][number];

export type Check = {
  [Name in CheckName]: {
    name: Name;
    verdict: Verdict;
    facts: Facts[Name];
    override: Override | null;
  };
}[CheckName];

type Checked = Pick<ReviewedApplication, "contactEmail" | "mandateUrl" | "linkCheck" | "overrides">;

export function checksOf(
  application: Checked,
  namesakes: Namesakes,
  { asksLinks, disposableDomains }: Pick<Settings, "asksLinks" | "disposableDomains">,
): Check[] {
  const overrideOf = (name: CheckName) =>
    application.overrides.find(({ check }) => check === name) ?? null;
  return [
    { ...checkDomain(application), override: overrideOf("contact_domain") },
    { ...checkFreeMail(application, disposableDomains), override: overrideOf("free_mail") },
    {
      name: "similar_city",
      verdict: namesakes.cities.length || namesakes.placeCount > 1 ? "look" : "fine",
      facts: namesakes,
      override: overrideOf("similar_city"),
    },
    { ...linkCheckOf(application, asksLinks), override: overrideOf("mandate_link") },
  ];
}

function checkDomain({ contactEmail, mandateUrl }: Checked) {
  const name = "contact_domain" as const;
  if (!contactEmail || !mandateUrl || isFreeMailAddress(contactEmail))
    return { name, verdict: "open" as const, facts: null };
  const facts = { mailDomain: domainOf(contactEmail), webDomain: new URL(mandateUrl).hostname };
  const verdict = isOfSameDomain(contactEmail, mandateUrl) ? "fine" : "look";
  return { name, verdict, facts } as const;
}

function checkFreeMail({ contactEmail }: Checked, disposableDomains: readonly string[]) {
  const name = "free_mail" as const;
  if (!contactEmail) return { name, verdict: "open" as const, facts: null };
  const facts = {
    domain: domainOf(contactEmail),
    isDisposable: isDisposable(contactEmail, disposableDomains),
  };
  const verdict = facts.isDisposable || isFreeMailAddress(contactEmail) ? "look" : "fine";
  return { name, verdict, facts } as const;
}

function linkCheckOf(application: Checked, asksLinks: boolean) {
  const facts = linkFactOf(application, asksLinks);
  const isFine = facts.kind === "answered" && facts.status >= 200 && facts.status < 300;
  const isKnown = facts.kind === "answered" || facts.kind === "failed";
  return {
    name: "mandate_link",
    verdict: isFine ? "fine" : isKnown ? "look" : "open",
    facts,
  } as const;
}

function linkFactOf({ mandateUrl, linkCheck }: Checked, asksLinks: boolean): LinkFact {
  if (!mandateUrl) return { kind: "noLink" };
  if (linkCheck?.askedAt && linkCheck.url === mandateUrl) {
    const { status, failure, askedAt } = linkCheck;
    if (failure) return { kind: "failed", failure, askedAt };
    if (status !== null) return { kind: "answered", status, askedAt };
  }
  return { kind: asksLinks ? "waits" : "neverChecked" };
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** The checks whose fact is another one after such a change, so that nobody has overridden it. */
export const outdatedChecks = (changed: readonly string[]): CheckName[] => [
  ...(changed.includes("mandateUrl") || changed.includes("contactEmail")
    ? (["contact_domain"] as const)
    : []),
  ...(changed.includes("contactEmail") ? (["free_mail"] as const) : []),
  ...(changed.includes("mandateUrl") ? (["mandate_link"] as const) : []),
];
