import type { ReactNode } from "react";
import type { FormTexts } from "@/components/applications/form-texts";
import { Button } from "@/components/ui/button";
import { SummaryList } from "@/components/ui/summary-list";
import { parsePastDate } from "@/lib/applications/field-checks";
import { checklistAreas, type Answers } from "@/lib/applications/fields";
import type { ChosenCity, Stage } from "@/lib/applications/join-stages";

type Props = { answers: Answers; city: ChosenCity | null; texts: FormTexts };

/** All answers, each step with a button that leads back to it. */
export function AnswersSummary({ answers, city, texts }: Props) {
  const { t, tArea } = texts;
  return (
    <>
      <Section stage="city" texts={texts}>
        <SummaryList
          rows={[
            {
              key: t("check.city"),
              value: city
                ? t("cityAndWhereabouts", { city: city.name, whereabouts: city.whereabouts })
                : "",
            },
          ]}
        />
      </Section>
      <Section stage="contact" texts={texts}>
        <SummaryList
          rows={[
            { key: t("check.name"), value: <bdi>{answers.contactName}</bdi> },
            { key: t("check.role"), value: answers.contactRole },
            {
              key: t("check.department"),
              value: answers.contactDepartment.trim() || t("check.noDepartment"),
            },
            { key: t("check.email"), value: answers.contactEmail },
            ...(answers["second-email"].trim()
              ? [{ key: t("check.second"), value: <Second answers={answers} /> }]
              : []),
          ]}
        />
      </Section>
      <Section stage="mandate" texts={texts}>
        <SummaryList
          rows={[
            { key: t("check.decidedBy"), value: answers.mandateBody },
            { key: t("check.decidedOn"), value: decisionDay(answers, texts) },
            {
              key: t("check.signedBy"),
              value: (
                <SignsForCity
                  name={answers.mandateAuthorityName}
                  title={answers.mandateAuthorityTitle}
                />
              ),
            },
            {
              key: t("check.link"),
              value: answers["mandateUrl-address"].trim() || t("check.linkFollows"),
            },
            {
              key: t("check.isPublic"),
              value:
                answers.isDecisionPublic === "yes" ? t("check.isPublicYes") : t("check.isPublicNo"),
            },
          ]}
        />
      </Section>
      <Section stage="checklist" texts={texts}>
        <SummaryList
          rows={checklistAreas.map((area) => ({
            key: tArea(area),
            value: (
              <>
                <strong>
                  {answers[`${area}-status`] === "planned"
                    ? t("checklist.planned")
                    : t("checklist.in_place")}
                </strong>
                {`\n${[answers[`${area}-description`], answers[`${area}-url`]].filter(Boolean).join("\n")}`}
              </>
            ),
          }))}
        />
      </Section>
    </>
  );
}

function Section({
  stage,
  texts: { t },
  children,
}: {
  stage: Exclude<Stage, "check">;
  texts: FormTexts;
  children: ReactNode;
}) {
  const id = `check-${stage}`;
  return (
    <section aria-labelledby={id}>
      <div className="flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-xl sm:text-xl">
          {t(`check.${stage}`)}
        </h2>
        <Button name="intent" value={`change:${stage}`} variant="quiet" aria-describedby={id}>
          {t("check.change")}
        </Button>
      </div>
      {children}
    </section>
  );
}

const SignsForCity = ({ name, title }: Record<"name" | "title", string>) => (
  <>
    <bdi>{name}</bdi>
    {`\n${title}`}
  </>
);

const Second = ({ answers }: { answers: Answers }) => (
  <>
    <bdi>{answers["second-name"]}</bdi>
    {"\n"}
    <bdi>{answers["second-role"]}</bdi>
    {`\n${answers["second-email"]}`}
  </>
);

function decisionDay(answers: Answers, texts: FormTexts): string {
  const date = parsePastDate({
    day: answers["mandateDate-day"],
    month: answers["mandateDate-month"],
    year: answers["mandateDate-year"],
  });
  return date instanceof Date ? texts.day(date) : "";
}
