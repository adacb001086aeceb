import { confirmApplication, withdrawApplication } from "@/lib/applications/commands";
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { invalidateEndorsement } from "@/lib/endorsements/review/review-commands";
import type { ApplicationState } from "@/prisma/generated/enums";
import { endorse, endorseAndConfirm, storeConfirmedEndorsements } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import {
  submitUnconfirmed,
  hireReviewer,
  openReview,
  statusToken,
  tickAllEvidence,
} from "@/tests/support/applications/review";

// Applications and requests in every state, with a word in each of their texts that stands nowhere
// else: nothing public may hold it. What is public by consent has a word of its own.

export const secret = "quokka";
export const shown = "wombat";

export const holdsSecret = (text: string): boolean => text.toLowerCase().includes(secret);

const cities: Readonly<Record<ApplicationState, keyof typeof placeIds>> = {
  unconfirmed: "antwerp",
  submitted: "eindhoven",
  changes_requested: "cairo",
  approved: "tokyo",
  declined: "beirut",
  withdrawn: "reykjavik",
};
export const slugsOfApplicants: readonly string[] = Object.values(cities);
export const states = Object.keys(cities) as ApplicationState[];

export async function writePrivateTexts(): Promise<void> {
  const staffId = await hireReviewer(`${secret}@coalition.example`);
  for (const [index, state] of states.entries()) await submitUntil(state, index, staffId);
  await endorseInEveryState(staffId);
  await recordStep({
    cityId: placeIds.ghent,
    kind: "contacted",
    note: `The ${secret} called.`,
    staffId,
    seenSteps: 0,
  });
}

/** Its texts are changed in the database, where no form objects to them. */
async function submitUntil(state: ApplicationState, index: number, staffId: string): Promise<void> {
  const id = await submitUnconfirmed({
    submissionKey: `00000000-0000-4000-8000-00000000000${index}`,
    cityId: placeIds[cities[state]],
    contactEmail: `${secret}.${state}@stad.example`,
    isDecisionPublic: true,
  });
  const word = `${secret} of ${state}`;
  const ofDecision = state === "approved" ? shown : word;
  await prisma.application.update({
    where: { id },
    data: {
      contactName: word,
      contactRole: word,
      contactDepartment: word,
      mandateBody: ofDecision,
      mandateUrl: `https://stad.example/${ofDecision.replaceAll(" ", "-")}`,
      mandateAuthorityName: word,
      mandateAuthorityTitle: word,
    },
  });
  await prisma.mandateFile.create({
    data: {
      applicationId: id,
      name: `${word}.pdf`,
      format: "pdf",
      byteCount: word.length,
      bytes: new TextEncoder().encode(word),
    },
  });
  const ofAction = state === "approved" ? shown : secret;
  await prisma.checklistAnswer.updateMany({
    where: { applicationId: id },
    data: { description: `An action, ${ofAction}.`, url: `https://stad.example/${ofAction}` },
  });
  if (state === "unconfirmed") return;
  const token = await statusToken(id);
  await confirmApplication(token);
  const review = () => openReview(id, staffId);
  const message = `The ${word} was told.`;
  if (state === "withdrawn") await withdrawApplication(token);
  if (state === "changes_requested") await requestChanges(await review(), { message });
  if (state === "declined")
    await declineApplication(await review(), { reason: "cannot_verify", message });
  if (state !== "approved") return;
  await tickAllEvidence(await review());
  await prisma.evidenceTick.updateMany({ data: { note: `The ${word} was seen.` } });
  const approval = { name: "Tokyo", signedOn: new Date("2026-10-20"), message };
  await approveApplication(await review(), approval);
}

async function endorseInEveryState(staffId: string): Promise<void> {
  const resident = (state: string) => ({
    email: `${secret}.${state}@ghent.example`,
    name: `The ${secret} ${state}`,
    isNamePublic: false,
    wantsNews: true,
  });
  await endorse(resident("unconfirmed"));
  await endorseAndConfirm(resident("confirmed"));
  await endorseAndConfirm({ ...resident("named"), name: `The ${shown}`, isNamePublic: true });
  await endorseAndConfirm({ ...resident("thanking"), cityId: placeIds.amsterdam });
  await endorseAndConfirm(resident("held"), { suspicions: ["honeypot"] });
  await endorseAndConfirm(resident("invalidated"));
  const { id } = await prisma.endorsement.findFirstOrThrow({
    where: { email: resident("invalidated").email },
  });
  await prisma.$transaction((tx) =>
    invalidateEndorsement(tx, id, staffId, new Date(), "confirmed"),
  );
  await storeConfirmedEndorsements(12, `${secret}.example`);
}
