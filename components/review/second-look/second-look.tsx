import { formatDay, formatMoment } from "@/components/review/labels";
import { SecondLookForm } from "@/components/review/second-look/second-look-form";
import type { FormAction } from "@/components/staff-ui/panel-form";
import { SectionTitle } from "@/components/staff-ui/section-title";
import type { SecondLook as Looked } from "@/lib/applications/second-look/second-look-sql";
import type { ApplicationState } from "@/prisma/generated/enums";

type Props = {
  look: Looked;
  application: { id: string; version: number; state: ApplicationState };
  viewerId: string;
  action: FormAction;
};

/** What a second reviewer is asked about the application, and what was answered. */
export function SecondLook({ look, application, viewerId, action }: Props) {
  const { appeal, proposal, sample, others } = look;
  if (!appeal && !proposal && !sample) return null;
  const about = { applicationId: application.id, version: application.version };
  const isAlone = others === 0;
  return (
    <section aria-labelledby="second-look" className="space-y-4">
      <SectionTitle id="second-look">Second look</SectionTitle>
      {appeal ? <Appeal {...{ appeal, about, viewerId, isAlone, action }} /> : null}
      {proposal ? (
        <Proposal {...{ proposal, application, about, viewerId, isAlone, action }} />
      ) : null}
      {sample ? <Sample {...{ sample, about, viewerId, isAlone, action }} /> : null}
    </section>
  );
}

type PartProps = {
  about: Record<string, string | number>;
  viewerId: string;
  isAlone: boolean;
  action: FormAction;
};

function Appeal({
  appeal: { text, askedAt, outcome, answer, firstId, answeredBy },
  about,
  viewerId,
  isAlone,
  action,
}: PartProps & { appeal: NonNullable<Looked["appeal"]> }) {
  return (
    <div className="space-y-3">
      <p>
        <strong>The applicant appealed</strong>
        <span className="block text-ink-soft">{formatMoment(askedAt)}</span>
      </p>
      <Words>{text}</Words>
      {outcome ? (
        <>
          <p>
            <bdi>{answeredBy}</bdi>{" "}
            {outcome === "upheld" ? "let the decline stand." : "took the decline back."}
          </p>
          <Words>{answer}</Words>
        </>
      ) : firstId === viewerId ? (
        <SomebodyElse isAlone={isAlone}>
          You declined it, so somebody else has to answer.
        </SomebodyElse>
      ) : (
        <SecondLookForm
          kind="appeal"
          about={about}
          action={action}
          text={{
            label: "Answer to the applicant",
            hint: "Why the decline stands or is taken back. It stands in the email.",
          }}
          answers={[
            { value: "overturn", label: "Take the decline back and review again" },
            { value: "uphold", label: "Let the decline stand", variant: "danger" },
          ]}
        />
      )}
    </div>
  );
}

function Proposal({
  proposal,
  application,
  about,
  viewerId,
  isAlone,
  action,
}: PartProps & Pick<Props, "application"> & { proposal: NonNullable<Looked["proposal"]> }) {
  const { first, firstId, proposedAt, name, signedOn, message, returnedBy, returnNote } = proposal;
  const isOwn = firstId === viewerId;
  const isVoid = proposal.version !== application.version || application.state !== "submitted";
  return (
    <div className="space-y-3">
      <p>
        <strong>
          <bdi>{first}</bdi> proposed to approve it
        </strong>{" "}
        as <bdi>{name}</bdi>, signed on {formatDay(signedOn)}
        <span className="block text-ink-soft">{formatMoment(proposedAt)}</span>
      </p>
      <Words>{message}</Words>
      {returnedBy ? (
        <>
          <p>
            <bdi>{returnedBy}</bdi> gave it back:
          </p>
          <Words>{returnNote}</Words>
        </>
      ) : isVoid ? (
        <p>
          The application has changed since, so the proposal is void. Decide on it as it is now.
        </p>
      ) : (
        <>
          {isOwn ? (
            <SomebodyElse isAlone={isAlone}>Somebody else has to confirm it.</SomebodyElse>
          ) : null}
          <SecondLookForm
            kind="proposal"
            about={about}
            action={action}
            text={{
              label: isOwn ? "Why you take it back" : "Why you give it back",
              hint: isOwn
                ? "Your colleagues see it, the applicant does not."
                : "Needed only if you give it back. Your colleagues see it, the applicant does not.",
            }}
            answers={
              isOwn
                ? [{ value: "return", label: "Take the proposal back", variant: "secondary" }]
                : [
                    { value: "confirm", label: "Confirm and put on the public list" },
                    { value: "return", label: "Give it back", variant: "secondary" },
                  ]
            }
          />
        </>
      )}
    </div>
  );
}

function Sample({
  sample: { decisionId, agrees, note, firstId, answeredBy },
  about,
  viewerId,
  isAlone,
  action,
}: PartProps & { sample: NonNullable<Looked["sample"]> }) {
  if (agrees !== null)
    return (
      <div className="space-y-3">
        <p>
          <bdi>{answeredBy}</bdi> looked at the decision and{" "}
          <strong>{agrees ? "agrees." : "disagrees."}</strong>
        </p>
        <Words>{note}</Words>
      </div>
    );
  return (
    <div className="space-y-3">
      <p>A lot gave the decision to a second reviewer. The answer changes nothing about it.</p>
      {firstId === viewerId ? (
        <SomebodyElse isAlone={isAlone}>You decided, so somebody else has to look.</SomebodyElse>
      ) : (
        <SecondLookForm
          kind="sample"
          about={{ ...about, decisionId }}
          action={action}
          text={{
            label: "Note to the first reviewer",
            hint: "Needed where you disagree. Only staff see it.",
          }}
          answers={[
            { value: "agree", label: "I agree", variant: "secondary" },
            { value: "disagree", label: "I disagree", variant: "secondary" },
          ]}
        />
      )}
    </div>
  );
}

function SomebodyElse({ isAlone, children }: { isAlone: boolean; children: string }) {
  return (
    <p>
      {children}
      {isAlone
        ? " Nobody else may review at present: an administrator can add a reviewer under Staff."
        : null}
    </p>
  );
}

function Words({ children }: { children: string | null }) {
  if (!children) return null;
  return (
    <blockquote className="border-s-4 border-line-soft ps-3 wrap-anywhere whitespace-pre-line">
      {children}
    </blockquote>
  );
}
