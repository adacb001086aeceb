import type { ApplicantsView } from "@/lib/applications/queries";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import type { TextDocument } from "@/lib/pdf/document";
import { whereaboutsOf } from "@/lib/places/whereabouts";

type Answer = { name: string; value: string };

export type ApplicationSummary = { title: string; answers: Answer[] }[];

/** Erased answers are left out. */
export function summariseApplication(
  locale: Locale,
  application: ApplicantsView,
): ApplicationSummary {
  const t = translator(locale, "join");
  const { city, declarationVersion } = application;
  return [
    {
      title: t("check.city"),
      answers: [
        {
          name: t("check.city"),
          value: `${city.name}, ${whereaboutsOf(locale, { name: city.name, ...city.place })}`,
        },
        {
          name: t("check.declaration"),
          value: t("check.declarationVersion", { version: declarationVersion }),
        },
      ],
    },
    { title: t("check.contact"), answers: contactOf(locale, application) },
    { title: t("check.mandate"), answers: mandateOf(locale, application) },
    { title: t("check.checklist"), answers: actionsOf(locale, application) },
  ].filter(({ answers }) => answers.length > 0);
}

function contactOf(
  locale: Locale,
  { contactName, contactRole, contactDepartment, contactEmail }: ApplicantsView,
): Answer[] {
  const t = translator(locale, "join.check");
  const answers = {
    name: contactName,
    role: contactRole,
    department: contactDepartment,
    email: contactEmail,
  };
  const names = ["name", "role", "department", "email"] as const;
  return names.flatMap((name) => (answers[name] ? [{ name: t(name), value: answers[name] }] : []));
}

function mandateOf(locale: Locale, application: ApplicantsView): Answer[] {
  const t = translator(locale, "join.check");
  const {
    mandateBody,
    mandateDate,
    mandateAuthorityName,
    mandateAuthorityTitle,
    mandateUrl,
    mandateFiles,
    isDecisionPublic,
  } = application;
  const tFiles = translator(locale, "mandateFiles");
  const files = mandateFiles.map(
    ({ name }, index) => name || tFiles("unnamed", { number: index + 1 }),
  );
  return [
    { name: t("decidedBy"), value: mandateBody },
    { name: t("decidedOn"), value: formatter(locale).dateTime(mandateDate, { dateStyle: "long" }) },
    {
      name: t("signedBy"),
      value: [mandateAuthorityName, mandateAuthorityTitle].filter(Boolean).join(", "),
    },
    { name: t("link"), value: mandateUrl ?? t("linkFollows") },
    ...(files.length > 0 ? [{ name: tFiles("summary"), value: files.join("\n") }] : []),
    { name: t("isPublic"), value: isDecisionPublic ? t("isPublicYes") : t("isPublicNo") },
  ];
}

function actionsOf(locale: Locale, { answers }: ApplicantsView): Answer[] {
  const t = translator(locale, "join.checklist");
  const tArea = translator(locale, "checklist");
  return answers.map(({ area, status, description, url }) => ({
    name: tArea(area),
    value: [`${t(status)}: ${description}`, ...(url ? [url] : [])].join("\n"),
  }));
}

/** Carries its date, because the answers can be corrected later. */
export function buildApplicationDocument(
  locale: Locale,
  application: ApplicantsView,
  today: Date,
): TextDocument {
  const t = translator(locale, "status");
  const { city, reference, submittedAt } = application;
  return {
    locale,
    title: t("pageTitle", { city: city.name }),
    lead: t("summary.lead", { reference, submittedAt, today }),
    subject: t("reference", { reference }),
    writtenOn: today,
    sections: summariseApplication(locale, application).map(({ title, answers }) => ({
      title,
      blocks: [{ kind: "answers", entries: answers }],
    })),
  };
}
