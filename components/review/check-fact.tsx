import type { ReactNode } from "react";
import { formatMoment, stateLabels } from "@/components/review/labels";
import { formatCount } from "@/components/staff-ui/format-number";
import type { Check } from "@/lib/applications/checks/checks";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import type { LinkFailure } from "@/prisma/generated/enums";

type FactsOf<Name extends Check["name"]> = Extract<Check, { name: Name }>["facts"];

/** What the site has found out, in a sentence or two. */
export function CheckFact({ check }: { check: Check }) {
  switch (check.name) {
    case "contact_domain":
      return <Domains facts={check.facts} isSame={check.verdict === "fine"} />;
    case "free_mail":
      return <MailDomain facts={check.facts} isFree={check.verdict === "look"} />;
    case "similar_city":
      return <SimilarCities facts={check.facts} />;
    case "mandate_link":
      return <Link facts={check.facts} />;
  }
}

function Domains({ facts, isSame }: { facts: FactsOf<"contact_domain">; isSame: boolean }) {
  if (!facts)
    return "Nothing to compare: the document is to follow, or the address is free or erased.";
  const { mailDomain, webDomain } = facts;
  return isSame ? (
    <>
      <bdi>{mailDomain}</bdi> belongs to <bdi>{webDomain}</bdi>, where the document is.
    </>
  ) : (
    <>
      The email is of <bdi>{mailDomain}</bdi>, the document of <bdi>{webDomain}</bdi>. A city may
      have two domains.
    </>
  );
}

function MailDomain({ facts, isFree }: { facts: FactsOf<"free_mail">; isFree: boolean }) {
  if (!facts) return "The address is erased.";
  if (facts.isDisposable)
    return (
      <>
        <bdi>{facts.domain}</bdi> gives addresses that people throw away after minutes. Call the
        city back.
      </>
    );
  return isFree ? (
    <>
      <bdi>{facts.domain}</bdi> is open to anyone. Call the city back.
    </>
  ) : (
    <>
      <bdi>{facts.domain}</bdi> is no known provider of free addresses.
    </>
  );
}

type Place = FactsOf<"similar_city">["places"][number];

function SimilarCities({ facts }: { facts: FactsOf<"similar_city"> }) {
  const { placeCount, places, cities } = facts;
  if (placeCount <= 1 && cities.length === 0)
    return "No other place has this name. No city of a similar name is a member or has applied.";
  return (
    <>
      {placeCount > 1 ? (
        <>
          {formatCount(placeCount, "place has", "places have")} this name
          {places.length ? ", also " : null}
          {separated(places.map((place) => <Named key={place.id} place={place} />))}.{" "}
        </>
      ) : null}
      {cities.length ? (
        <>
          Of a similar name:{" "}
          {separated(
            cities.map((city) => (
              <span key={city.id}>
                <Named place={city} /> ({city.isMember ? "member" : null}
                {city.isMember && city.application ? "; " : null}
                {city.application ? (
                  <a href={`/admin/applications/${city.application.id}`}>
                    {city.application.reference}: {stateLabels[city.application.state]}
                  </a>
                ) : null}
                )
              </span>
            )),
          )}
          .
        </>
      ) : null}
    </>
  );
}

const Named = ({ place: { name, regionName, countryCode } }: { place: Place }) => (
  <bdi>
    {[name, regionName, nameOfCountry(defaultLocale, countryCode)].filter(Boolean).join(", ")}
  </bdi>
);

const separated = (parts: ReactNode[]): ReactNode[] =>
  parts.flatMap((part, index) => (index ? ["; ", part] : [part]));

const failures: Readonly<Record<LinkFailure, string>> = {
  not_allowed: "The link is none that the site asks: another port, or a password in it",
  not_public: "The link leads into a private network, so it was not asked",
  no_such_name: "There is no such site",
  unreachable: "The site could not be reached",
  untrusted: "The site has no valid certificate",
  too_slow: "The site did not answer in time",
  too_many_redirects: "The link leads from page to page without an end",
};

function Link({ facts }: { facts: FactsOf<"mandate_link"> }) {
  switch (facts.kind) {
    case "noLink":
      return "There is no link: the document is to follow.";
    case "neverChecked":
      return "Not checked: the settings say that links are not checked.";
    case "waits":
      return "Not asked yet.";
    case "failed":
      return `${failures[facts.failure]} (${formatMoment(facts.askedAt)}).`;
    case "answered":
      return `${formatStatus(facts.status)} (${facts.status}, ${formatMoment(facts.askedAt)}).`;
  }
}

function formatStatus(status: number): string {
  if (status >= 200 && status < 300) return "The page is there";
  if (status === 404 || status === 410) return "There is no such page";
  if (status === 401 || status === 403 || status === 429)
    return "The site keeps programs out: open the link yourself";
  return "The site answered with an error";
}
