"use client";

import { useEffect, useRef, type RefObject, startTransition } from "react";
import type { JoinState, Stage } from "@/lib/applications/join-stages";

/** Makes the browser's back button go one step back. The answers stay in the form; the address tells only the step. */
export function useBrowserHistory({ stage, attempt }: JoinState, form: RefObject<HTMLFormElement | null>, takeStep: (form: FormData) => void): void {
  const isWalking = useRef(false);

  useEffect(() => {
    const shown = (window.history.state as { joinStage?: Stage } | null)?.joinStage;
    if (shown === undefined) window.history.replaceState({ ...window.history.state, joinStage: stage }, "");
    else if (shown !== stage && !isWalking.current) window.history.pushState({ joinStage: stage }, "", `#${stage}`);
    isWalking.current = false;
  }, [stage, attempt]);

  useEffect(() => {
    const walk = (event: PopStateEvent) => {
      const { joinStage } = (event.state ?? {}) as { joinStage?: Stage };
      if (!joinStage || !form.current) return;
      const answers = new FormData(form.current);
      answers.set("intent", `change:${joinStage}`);
      isWalking.current = true;
      // After Next's own answer to the event, which drops actions that are under way.
      setTimeout(() => startTransition(() => takeStep(answers)));
    };
    window.addEventListener("popstate", walk);
    return () => window.removeEventListener("popstate", walk);
  }, [form, takeStep]);
}
