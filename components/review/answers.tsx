import type { ReactNode } from "react";
import { Facts } from "@/components/staff-ui/facts";
import { LongText } from "@/components/staff-ui/long-text";
import { Tag } from "@/components/staff-ui/tag";
import { MandateFiles } from "@/components/review/mandate-files";
import { areaLabels, statusLabels, formatDay } from "@/components/review/labels";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { isMandateToFollow } from "@/lib/applications/review/decisions";
import type { ReviewedApplication } from "@/lib/applications/review/review-queries";

type Props = {
  application: ReviewedApplication;
  /** Fields and areas that are not what staff saw last. */
  changed: ReadonlySet<string>;
};

/** All that was submitted, what belongs together on one line. */
export function Answers({ application, changed }: Props) {
  const {
    contactName,
    contactRole,
    contactDepartment,
    contactEmail,
    secondContact,
    mandateBody,
    mandateDate,
    mandateAuthorityName,
    mandateAuthorityTitle,
    mandateUrl,
    mandateFiles,
    isDecisionPublic,
  } = application;
  const row = (fields: string[], key: string, value: ReactNode) => ({
    key,
    value: <Marked isChanged={fields.some((field) => changed.has(field))}>{value}</Marked>,
  });
  return (
    <>
      <Section title="Contact">
        <Facts
          rows={[
            row(
              ["contactName", "contactRole", "contactDepartment"],
              "Applicant",
              <Line parts={[contactName ?? "Erased", contactRole, contactDepartment]} />,
            ),
            { key: "Email", value: <Address email={contactEmail} /> },
            ...(secondContact
              ? [{ key: "Second contact", value: <Second contact={secondContact} /> }]
              : []),
          ]}
        />
      </Section>
      <Section title="Mandate">
        <Facts
          rows={[
            row(
              ["mandateBody", "mandateDate"],
              "Decided by",
              <Line parts={[mandateBody, `on ${formatDay(mandateDate)}`]} />,
            ),
            row(
              ["mandateAuthorityName", "mandateAuthorityTitle"],
              "Signing authority",
              <Line parts={[mandateAuthorityName ?? "Erased", mandateAuthorityTitle]} />,
            ),
            row(
              ["mandateUrl"],
              "Document",
              mandateUrl ? (
                <Outside url={mandateUrl} />
              ) : isMandateToFollow(application) ? (
                <Tag variant="bad">Mandate to follow</Tag>
              ) : (
                "No link"
              ),
            ),
            ...(mandateFiles.length > 0
              ? [row(["mandateFiles"], "Files", <MandateFiles application={application} />)]
              : []),
            row(
              ["isDecisionPublic"],
              "On the city’s page",
              isDecisionPublic
                ? "Body, date and link are shown"
                : "Not shown: the applicant did not choose it",
            ),
          ]}
        />
      </Section>
      <Section title="Checklist actions">
        <Facts
          rows={application.answers.map(({ area, status, description, url }) =>
            row(
              [area],
              areaLabels[area],
              <>
                <Tag variant={status === "in_place" ? "good" : "quiet"}>{statusLabels[status]}</Tag>{" "}
                <LongText>{description}</LongText>
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

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-3">
      <SectionTitle>{title}</SectionTitle>
      {children}
    </section>
  );
}

/** Texts of the applicant after one another. None of them can turn the direction of the next. */
function Line({ parts }: { parts: (string | null)[] }) {
  return parts
    .filter((part) => part !== null)
    .map((part, index) => (
      <span key={index}>
        {index ? ", " : null}
        <bdi>{part}</bdi>
      </span>
    ));
}

function Marked({ isChanged, children }: { isChanged: boolean; children: ReactNode }) {
  if (!isChanged) return children;
  return (
    <>
      <Tag variant="notable">Changed</Tag> {children}
    </>
  );
}

function Address({ email }: { email: string | null }) {
  if (!email) return <span className="text-ink-soft">Erased</span>;
  return <a href={`mailto:${email}`}>{email}</a>;
}

function Second({ contact }: { contact: NonNullable<ReviewedApplication["secondContact"]> }) {
  const { name, role, email, hasAgreed } = contact;
  return (
    <>
      <Line parts={[name, role]} />{" "}
      <Tag variant={hasAgreed ? "good" : "quiet"}>
        {hasAgreed ? "Agreed" : "Has not agreed yet"}
      </Tag>
      <span className="block">
        <Address email={email} />
      </span>
    </>
  );
}

function Outside({ url }: { url: string }) {
  return (
    <a href={url} rel="external noreferrer">
      {url}
    </a>
  );
}
