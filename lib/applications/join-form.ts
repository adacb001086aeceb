import { z } from "zod";
import { mailboxOf } from "@/lib/abuse/mailbox";
import { checkAnswer } from "@/lib/applications/field-checks";
import { fieldNames, type Answers } from "@/lib/applications/fields";
import { stages, type JoinErrors, type Stage } from "@/lib/applications/join-stages";
import {
  applicationSchema,
  checklistSchema,
  citySchema,
  consentSchema,
  contactSchema,
  errorsOf,
  mandateSchema,
  nest,
  type AnsweredApplication,
} from "@/lib/applications/schema";
import { formText, tidy } from "@/lib/forms";

const intents = ["next", "back", "search", "submit", "later", "sendLink"] as const;
type Intent = (typeof intents)[number];

export type PostedForm = {
  stage: Stage;
  intent: { kind: Intent } | { kind: "change"; to: Stage };
  answers: Answers;
  cityQuery: string;
  /** The query whose results were shown beside `cityQuery`; null if none were. */
  searchedQuery: string | null;
  /** Where to send the link by which the official goes on later. */
  laterEmail: string;
  /** A UUID, or empty when invalid. */
  submissionKey: string;
};

export type JoinStep =
  | { kind: "show"; stage: Stage; errors: JoinErrors }
  | { kind: "later"; errors: JoinErrors }
  | { kind: "save"; email: string }
  | { kind: "search"; query: string; mustChoose: boolean }
  | { kind: "submit"; application: AnsweredApplication };

const schemas: Record<Stage, z.ZodType> = {
  city: citySchema,
  contact: contactSchema,
  mandate: mandateSchema,
  checklist: checklistSchema,
  check: consentSchema,
};

/** Longer than any name of a place. */
const maxQueryLength = 200;

export function parsePostedForm(form: FormData): PostedForm {
  const value = (name: string) => formText(form, name);
  return {
    stage: stageNamed(value("stage")) ?? "city",
    intent: parseIntent(value("intent")),
    answers: parseAnswers(form),
    cityQuery: parseQuery(value("cityQuery")),
    searchedQuery: form.has("searchedQuery") ? parseQuery(value("searchedQuery")) : null,
    laterEmail: tidy(value("laterEmail")).toLowerCase(),
    submissionKey: z.uuid().safeParse(value("submissionKey")).data ?? "",
  };
}

export const parseAnswers = (form: FormData): Answers =>
  Object.fromEntries(fieldNames.map((field) => [field, formText(form, field)])) as Answers;

const parseQuery = (typed: string): string =>
  tidy(typed.replace(/\p{Cc}/gu, " ").slice(0, maxQueryLength));

const stageNamed = (name: string): Stage | undefined => stages.find((stage) => stage === name);

function parseIntent(posted: string): PostedForm["intent"] {
  const [verb, stage = ""] = posted.split(":");
  const to = stageNamed(stage);
  if (verb === "change" && to) return { kind: "change", to };
  return {
    kind: intents.find((kind) => kind === posted) ?? "next",
  };
}

/** Never skips a step that has errors. */
export function takeStep({
  stage,
  intent,
  answers,
  cityQuery,
  searchedQuery,
  laterEmail,
}: PostedForm): JoinStep {
  if (intent.kind === "search") return searchFor(cityQuery, false);
  if (intent.kind === "back") return show(stages[Math.max(0, stages.indexOf(stage) - 1)] ?? "city");
  if (intent.kind === "change") return showUpTo(intent.to, answers);
  if (intent.kind === "submit") return submit(answers);
  if (intent.kind === "later") return { kind: "later", errors: {} };
  if (intent.kind === "sendLink") return save(laterEmail);
  if (stage === "city" && searchedQuery !== null && searchedQuery !== cityQuery)
    return searchFor(cityQuery, false);
  if (stage === "city" && answers.cityId === "") return searchFor(cityQuery, true);
  const next = stages[stages.indexOf(stage) + 1];
  return next ? showUpTo(next, answers) : submit(answers);
}

function save(email: string): JoinStep {
  const wrong = email ? checkAnswer("contactEmail", email) : "contactEmailMissing";
  return wrong ? { kind: "later", errors: { laterEmail: wrong } } : { kind: "save", email };
}

const show = (stage: Stage, errors: JoinErrors = {}): JoinStep => ({ kind: "show", stage, errors });

const searchFor = (query: string, mustChoose: boolean): JoinStep =>
  query ? { kind: "search", query, mustChoose } : show("city", { cityQuery: "cityQueryMissing" });

function showUpTo(wanted: Stage, answers: Answers): JoinStep {
  const before = stages.slice(0, stages.indexOf(wanted));
  const unanswered = firstWithErrors(before, answers);
  return unanswered ? show(unanswered.stage, unanswered.errors) : show(wanted);
}

function submit(answers: Answers): JoinStep {
  const unanswered = firstWithErrors(stages, answers);
  if (unanswered) return show(unanswered.stage, unanswered.errors);
  return { kind: "submit", application: applicationSchema.parse(nest(answers)) };
}

function firstWithErrors(
  candidates: readonly Stage[],
  answers: Answers,
): { stage: Stage; errors: JoinErrors } | undefined {
  return candidates
    .map((stage) => ({ stage, errors: errorsIn(stage, answers) }))
    .find(({ errors }) => Object.keys(errors).length > 0);
}

function errorsIn(stage: Stage, answers: Answers): JoinErrors {
  const result = schemas[stage].safeParse(nest(answers));
  if (result.success) return stage === "contact" ? errorsInSecond(answers) : {};
  // There is nothing to choose from yet: the error belongs to the search.
  return stage === "city" ? { cityQuery: "cityMissing" } : errorsOf(result.error);
}

/** Nobody is their own colleague. */
function errorsInSecond({ contactEmail, "second-email": email }: Answers): JoinErrors {
  const isSame = tidy(email) !== "" && mailboxOf(tidy(email)) === mailboxOf(tidy(contactEmail));
  return isSame ? { "second-email": "secondEmailSame" } : {};
}
