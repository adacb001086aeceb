import { criterionLabels, decisionLabels, formatMoment } from "@/components/review/labels";
import type { ReviewRefusal } from "@/lib/applications/review/decisions";

/** Tells the reviewer why nothing was done. */
export function formatRefusal(refusal: ReviewRefusal): string {
  switch (refusal.reason) {
    case "decided":
      return `Nothing was done: ${refusal.decidedBy} ${decisionLabels[refusal.kind]} on ${formatMoment(refusal.decidedAt)}.`;
    case "withdrawn":
      return "Nothing was done: the applicant has withdrawn the application.";
    case "changedMeanwhile":
      return "Nothing was done: the application has changed since you opened it. Look at it as it is now, then decide.";
    case "evidenceMissing":
      return `Nothing was done: tick all evidence before you approve. Missing: ${refusal.missing.map((criterion) => criterionLabels[criterion].name.toLowerCase()).join(", ")}.`;
    case "noteMissing":
      return "Nothing was done: the document is to follow. Write where you saw the mandate.";
    case "alreadySignatory":
      return "Nothing was done: the city stands on the public list already.";
    case "ownDecision":
      return "Nothing was done: you decided on it yourself. Somebody else has to look at it.";
    case "ownProposal":
      return "Nothing was done: you proposed the approval yourself. Somebody else has to confirm it.";
    case "noAppeal":
      return "Nothing was done: the appeal is answered already.";
    case "noProposal":
      return "Nothing was done: no proposed approval waits any more.";
    case "noSample":
      return "Nothing was done: a colleague has answered already, or the decision was taken back.";
    case "appealWaits":
      return "Nothing was done: the applicant has appealed. Answer the appeal first.";
    case "proposalWaits":
      return "Nothing was done: a colleague has proposed the approval already. Confirm it or give it back.";
    case "anotherOpen":
      return "Nothing was done: another application of this city is open. Decide on that one first.";
  }
}
