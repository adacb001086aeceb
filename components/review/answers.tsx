import type { ReactNode } from "react";
import { Tag } from "@/components/review/tag";
import { statusNames, writeDay } from "@/components/review/words";
import { SummaryList } from "@/components/ui/summary-list";
import { isFreeMailAddress } from "@/lib/applications/free-mail";
import type { ReviewedApplication } from "@/lib/applications/review-queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";

type Props = {
  application: ReviewedApplication;
  /** Fields and areas that are not what staff saw last. */
  changed: ReadonlySet<string>;
};

/** All that was handed in. */
export function Answers({ application, changed }: Props) {
  const areaName = translator(defaultLocale, "checklist");
  const row = (field: string, key: string, value: ReactNode) => ({ key, value: <Marked isChanged={changed.has(field)}>{value}</Marked> });
  return (
    <>
      <Section title="City">
        <SummaryList rows={[{ key: "Place", value: <Place application={application} /> }]} />
      </Section>
      <Section title="Contact">
        <SummaryList
          rows={[
            row("contactName", "Name", application.contactName ?? erased),
            row("contactRole", "Role", application.contactRole ?? erased),
            row("contactDepartment", "Department", application.contactDepartment ?? (application.erasedAt ? erased : "Not given")),
            { key: "E-mail", value: <Address email={application.contactEmail} /> },
          ]}
        />
      </Section>
      <Section title="Mandate">
        <SummaryList
          rows={[
            row("mandateBody", "Decided by", application.mandateBody),
            row("mandateDate", "On", writeDay(application.mandateDate)),
            row("mandateAuthorityName", "Signing authority", application.mandateAuthorityName ?? erased),
            row("mandateAuthorityTitle", "Title", application.mandateAuthorityTitle),
            row("mandateUrl", "Resolution or letter", application.mandateUrl ? <Outside url={application.mandateUrl} /> : <Tag look="notable">Mandate to follow</Tag>),
          ]}
        />
      </Section>
      <Section title="Checklist actions">
        <SummaryList
          rows={application.answers.map(({ area, status, description, url }) =>
            row(
              area,
              areaName(area),
              <>
                <Tag look={status === "in_place" ? "good" : "quiet"}>{statusNames[status]}</Tag> {description}
                {url ? (
                  <span className="block">
                    <Outside url={url} />
                  </span>
                ) : null}
              </>,
            ),
          )}
        />
      </Section>
    </>
  );
}

const erased = <span className="text-ink-soft">Erased</span>;

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-xl sm:text-xl">{title}</h2>
      {children}
    </section>
  );
}

function Marked({ isChanged, children }: { isChanged: boolean; children: ReactNode }) {
  if (!isChanged) return children;
  return (
    <>
      <Tag look="notable">Changed</Tag> {children}
    </>
  );
}

function Place({ application: { city } }: { application: ReviewedApplication }) {
  const { name, regionName, countryCode, population } = city.place;
  return (
    <>
      {[name, regionName, nameOfCountry(defaultLocale, countryCode)].filter(Boolean).join(", ")}
      <span className="text-ink-soft"> – {population ? `${population.toLocaleString("en-GB")} inhabitants` : "population unknown"} (GeoNames)</span>
    </>
  );
}

function Address({ email }: { email: string | null }) {
  if (!email) return erased;
  return (
    <>
      <a href={`mailto:${email}`}>{email}</a> {isFreeMailAddress(email) ? <Tag look="notable">Free mail: call the city back</Tag> : null}
    </>
  );
}

function Outside({ url }: { url: string }) {
  return (
    <a href={url} rel="external noreferrer" className="wrap-anywhere">
      {url}
    </a>
  );
}
