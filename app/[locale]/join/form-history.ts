"use client";

import { startTransition, useCallback, useEffect, useRef, type RefObject } from "react";
import {
  clearDraft,
  readAnswersOf,
  readDraft,
  writeDraft,
  type Draft,
} from "@/app/[locale]/join/draft";
import type { JoinState, Stage } from "@/lib/applications/join-stages";

/** The post that leads to a step, from what stands in the form or from a draft of it. */
function postTo(stage: Stage, form: HTMLFormElement, draft?: Draft): FormData {
  const post = new FormData(form);
  for (const [name, value] of Object.entries(draft?.answers ?? {})) post.set(name, value);
  if (draft) post.set("submissionKey", draft.submissionKey);
  post.set("intent", `change:${stage}`);
  return post;
}

const shownStage = (): Stage | undefined =>
  (window.history.state as { joinStage?: Stage } | null)?.joinStage;

/**
 * Makes the browser's back button go one step back, and brings the answers back after a reload. The
 * address tells only the step; the answers are kept in this tab, until they are submitted.
 * @returns what forgets the answers
 */
export function useFormHistory(
  state: JoinState,
  form: RefObject<HTMLFormElement | null>,
  takeStep: (form: FormData) => void,
  isContinued: boolean,
): () => void {
  const { stage, attempt, submissionKey, submittedHref } = state;
  const isWalking = useRef(false);
  const isKept = useRef(true);

  useEffect(() => {
    const shown = shownStage();
    const kept = attempt === 0 ? readDraft() : null;
    // A form that was saved goes before another one that this tab has kept.
    const draft = isContinued && kept?.submissionKey !== submissionKey ? null : kept;
    if (draft && form.current) {
      const post = postTo(shown ?? draft.stage, form.current, draft);
      isWalking.current = true;
      return startTransition(() => takeStep(post));
    }
    if (shown === undefined || attempt === 0)
      window.history.replaceState({ ...window.history.state, joinStage: stage }, "");
    else if (shown !== stage && !isWalking.current)
      window.history.pushState({ joinStage: stage }, "", `#${stage}`);
    isWalking.current = false;
  }, [form, takeStep, stage, attempt, submissionKey, isContinued]);

  useEffect(() => {
    const walk = ({ state: entry }: PopStateEvent) => {
      const { joinStage } = (entry ?? {}) as { joinStage?: Stage };
      if (!joinStage || !form.current) return;
      const post = postTo(joinStage, form.current);
      isWalking.current = true;
      // After Next's own answer to the event, which drops actions that are under way.
      setTimeout(() => startTransition(() => takeStep(post)));
    };
    window.addEventListener("popstate", walk);
    return () => window.removeEventListener("popstate", walk);
  }, [form, takeStep]);

  useEffect(() => {
    const keep = () => {
      // While a draft is on its way into the form, the form is older than the draft.
      if (form.current && isKept.current && !isWalking.current)
        writeDraft({ stage, submissionKey, answers: readAnswersOf(form.current) });
    };
    if (attempt > 0) keep();
    const shownForm = form.current;
    shownForm?.addEventListener("input", keep);
    window.addEventListener("pagehide", keep);
    return () => {
      shownForm?.removeEventListener("input", keep);
      window.removeEventListener("pagehide", keep);
    };
  }, [form, stage, attempt, submissionKey]);

  const forget = useCallback(() => {
    isKept.current = false;
    clearDraft();
  }, []);

  useEffect(() => {
    if (!submittedHref) return;
    forget();
    window.location.replace(submittedHref);
  }, [submittedHref, forget]);

  return forget;
}
