import { randomUUID } from "node:crypto";
import { keyedHash, keyedHashes } from "@/lib/abuse/keyed-hash";
import { hashNetwork } from "@/lib/abuse/network-hash";
import { addressHashes, hashAddress } from "@/lib/endorsements/abuse/address";
import { moveAddress } from "@/lib/endorsements/abuse/address-rotation";
import { countSubmission, networkHashPrefixOf } from "@/lib/endorsements/abuse/submission-counts";
import { hashCode, newCode } from "@/lib/endorsements/abuse/confirmation-code";
import { alreadyCountsMail, confirmEndorsementMail } from "@/lib/endorsements/mails/emails";
import { assessAbuse } from "@/lib/endorsements/abuse/limits";
import { newLinks } from "@/lib/endorsements/mails/links";
import { storeSubmission, type NewEndorsement } from "@/lib/endorsements/store-submission";
import { findSubmissionFacts, type SubmissionFacts } from "@/lib/endorsements/submission-facts";
import type { Locale } from "@/lib/i18n/locales";
import type { Result } from "@/lib/result";
import { hashToken } from "@/lib/tokens";
import type { HoldReason } from "@/prisma/generated/enums";

export type EndorsementInput = {
  /** GeoNames id. */
  cityId: number;
  email: string;
  name: string | null;
  isNamePublic: boolean;
  wantsNews: boolean;
  locale: Locale;
  declarationVersion: string;
};

export type SubmissionContext = {
  /** Made when the form was opened: the same form sent twice is one endorsement. */
  formKey: string;
  /** See networkOf(). Null if unknown. */
  network: string | null;
  suspicions: HoldReason[];
  /** When the form's proof of work expires; each is for one endorsement. */
  provenUntil?: Date;
};

/** `statusKey`: of the page that takes the code. */
type SubmissionResult = Result<
  "unknownCity" | "tooManyFromHere" | "tooManyToDomain",
  { statusKey: string }
>;

/** Neither the result nor the work done reveals whether the address has endorsed before. */
export async function submitEndorsement(
  endorsement: EndorsementInput,
  context: SubmissionContext,
  now = new Date(),
): Promise<SubmissionResult> {
  const { email, cityId } = endorsement;
  await moveAddress(email);
  const addressHash = hashAddress(email);
  // Derived, so that a form sent twice leads to the same page although only a hash is stored.
  const statusKey = keyedHash("ask", context.formKey, cityId, addressHash);
  // Under each secret, as the form may have been sent before SECRET was rotated.
  const statusKeys = addressHashes(email).flatMap((hash) =>
    keyedHashes("ask", context.formKey, cityId, hash),
  );
  const { network } = context;
  const statusKeyHashes = statusKeys.map(hashToken);
  const findFacts = () =>
    findSubmissionFacts({ cityId, email, network, addressHash, statusKeyHashes }, now);
  const facts = await findFacts();
  if (!facts) return { ok: false, reason: "unknownCity" };
  const sentBefore = statusKeys.find((key) => hashToken(key) === facts.sentAs);
  if (sentBefore) return { ok: true, statusKey: sentBefore };

  const networkHash = network && (await hashNetwork(network, now, facts.networkSalt));
  const { counted, exhausted } = await countSubmission(
    { ...endorsement, ...context, networkHash },
    now,
  );
  const { heldFor, isRefused } = assessAbuse(counted);
  if (isRefused) return { ok: false, reason: "tooManyFromHere" };
  if (exhausted.some((scope) => scope !== "mail_to_mailbox"))
    return { ok: false, reason: "tooManyToDomain" };
  const { cityId: placeId, ...answers } = endorsement;
  const submission: Submission = {
    ...answers,
    placeId,
    addressHash,
    statusKeyHash: hashToken(statusKey),
    heldFor: [...context.suspicions, ...heldFor],
    networkHashPrefix: networkHash && networkHashPrefixOf(networkHash),
    submittedAt: now,
  };
  const hasMailsLeft = exhausted.length === 0;
  let known: SubmissionFacts | null = facts;
  // What ends in this very moment is found again once at most.
  while (known && (await store(submission, known, hasMailsLeft)) === "changed")
    known = await findFacts();
  return { ok: true, statusKey };
}

type Submission = Omit<NewEndorsement, "id" | "kind" | "codeHash">;

/** Does the same work whether or not the address has an active endorsement already. */
async function store(submission: Submission, facts: SubmissionFacts, hasMailsLeft: boolean) {
  const { email, locale } = submission;
  const { cityName, activeId, activeEmail, isBlocked } = facts;
  const id = randomUUID();
  const kind = facts.hasSigned ? "thanks" : "asks";
  // Looked for before the resident confirms, so that the next page can already say so.
  const alarm = kind === "asks" ? facts.alarm : null;
  const heldFor: HoldReason[] = [
    ...submission.heldFor,
    ...(isBlocked ? ["blocked" as const] : []),
    ...(alarm ? [alarm] : []),
  ];
  const code = newCode();
  const links = newLinks(locale);
  const letter = { locale, cityName, manageUrl: links.manageUrl, kind, code } as const;
  const [toConfirm, countsAlready] = await Promise.all([
    confirmEndorsementMail(letter),
    alreadyCountsMail(letter),
  ]);
  const canBeMailed = hasMailsLeft && !facts.isMailRefused;
  return storeSubmission(
    { ...submission, id, kind, heldFor, codeHash: canBeMailed ? hashCode(id, code) : null },
    activeId,
    { links, content: activeId ? countsAlready : toConfirm, to: activeEmail ?? email },
  );
}
