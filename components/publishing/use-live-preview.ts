"use client";

import { useRef, useState, type SyntheticEvent } from "react";
import type { Preview } from "@/components/publishing/publication-form-state";

const pauseMs = 500;

/** Where scripts run, the preview follows what is typed, a moment after each pause. */
export function useLivePreview(draw: (form: FormData) => Promise<Preview | null>) {
  const [live, setLive] = useState<Preview | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);

  const stop = () => {
    clearTimeout(timer.current);
    turn.current += 1;
  };
  const follow = ({ currentTarget: form }: SyntheticEvent<HTMLFormElement>) => {
    stop();
    const own = turn.current;
    timer.current = setTimeout(() => {
      const typed = new FormData(form);
      typed.delete("picture");
      void draw(typed).then((preview) => {
        if (own === turn.current && preview) setLive(preview);
      }, ignore);
    }, pauseMs);
  };
  /** Before the form is sent: its answer brings a preview of its own. */
  const reset = () => {
    stop();
    setLive(null);
  };
  return { live, follow, reset };
}

/** What is typed next is drawn again. */
const ignore = (): void => undefined;
