import { withdrawApplication } from "@/lib/applications/commands";
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import type { Review } from "@/lib/applications/review/review-transaction";
import type { ApplicationState } from "@/prisma/generated/enums";
import {
  submitUnconfirmed,
  submitConfirmed,
  openReview,
  statusToken,
  tickAllEvidence,
} from "@/tests/support/applications/review";

type Submitted = { id: string; token: string };

/** What brings a confirmed application into a state. */
const ways: Readonly<
  Record<ApplicationState, (review: Review, token: string) => Promise<unknown>>
> = {
  unconfirmed: () => Promise.resolve(),
  submitted: () => Promise.resolve(),
  changes_requested: (review) =>
    requestChanges(review, { message: "Which council meeting was it?\nAnd on what day?" }),
  approved: async (review) => {
    await tickAllEvidence(review);
    await approveApplication(review, {
      name: "Stockholm",
      signedOn: new Date("2026-11-02"),
      message: null,
    });
  },
  declined: (review) =>
    declineApplication(review, {
      reason: "cannot_verify",
      message: "We called the city: nobody knew of it.",
    }),
  withdrawn: (_, token) => withdrawApplication(token),
};

/** By their GeoNames ids: Dublin, Munich, Graz, Stockholm, Oslo and Copenhagen. */
const cities: Readonly<Record<ApplicationState, number>> = {
  unconfirmed: 2964574,
  submitted: 2867714,
  changes_requested: 2778067,
  approved: 2673730,
  declined: 3143244,
  withdrawn: 2618425,
};

/**
 * Submits an application of the state's own city and brings it into that state. `token` opens the
 * applicant's page.
 */
export async function submitUntil(state: ApplicationState, staffId: string): Promise<Submitted> {
  const application = {
    submissionKey: crypto.randomUUID(),
    cityId: cities[state],
    contactEmail: `${state}@stad.example`,
  };
  const id = await (state === "unconfirmed" ? submitUnconfirmed : submitConfirmed)(application);
  const token = await statusToken(id);
  await ways[state](await openReview(id, staffId), token);
  return { id, token };
}
