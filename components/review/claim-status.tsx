import { SmallButton } from "@/components/staff-ui/small-button";
import { formatDay } from "@/components/review/labels";
import { claimEndsOn } from "@/lib/applications/claims/claims";
import type { ReviewedApplication } from "@/lib/applications/review/review-queries";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";

type Props = {
  claim: ReviewedApplication["claim"];
  viewerId: string;
  settings: ReviewSettings;
  /** The form that the button belongs to: there nothing that was typed is lost. */
  form: string;
};

/** Who works on the application. It hides nothing and keeps nobody from deciding. */
export function ClaimStatus({ claim, viewerId, settings, form }: Props) {
  const isMine = claim?.staffId === viewerId;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
      <p>
        {claim ? (
          <>
            {isMine ? "You have it" : <Holder name={claim.holder} />} since{" "}
            {formatDay(claim.claimedAt)}. This ends with the decision, or on{" "}
            {formatDay(claimEndsOn(claim.claimedAt, settings))}.
          </>
        ) : (
          "Nobody has it."
        )}
      </p>
      <SmallButton form={form} name="claim" value={isMine ? "release" : "take"} data-shortcut="t">
        {isMine ? "Give it back" : claim ? "Take it over" : "Take it"}
      </SmallButton>
    </div>
  );
}

const Holder = ({ name }: { name: string }) => (
  <>
    <bdi>{name}</bdi> has it
  </>
);
