"use client";

import { useEffect, useRef, useState } from "react";
import type { ChosenCity } from "@/lib/applications/join-stages";

export type Places = {
  found: ChosenCity[];
  /**
   * Looks for places that begin with what is typed, after a short pause; an answer to what is no
   * longer asked is dropped.
   */
  search: (query: string) => void;
  /** They could not be fetched: the plain search serves instead. */
  hasFailed: boolean;
};

const pauseInMs = 200;

export function usePlaces(locale: string): Places {
  const [found, setFound] = useState<ChosenCity[]>([]);
  const [hasFailed, setHasFailed] = useState(false);
  const pending = useRef<AbortController | null>(null);
  useEffect(() => () => pending.current?.abort(), []);

  const search = (query: string) => {
    pending.current?.abort();
    if (!query.trim() || hasFailed) return setFound([]);
    const controller = new AbortController();
    pending.current = controller;
    setTimeout(() => {
      if (controller.signal.aborted) return;
      fetchPlaces(query, locale, controller.signal).then(setFound, () =>
        setHasFailed(!controller.signal.aborted),
      );
    }, pauseInMs);
  };
  return { found, search, hasFailed };
}

async function fetchPlaces(
  query: string,
  locale: string,
  signal: AbortSignal,
): Promise<ChosenCity[]> {
  const response = await fetch(
    `/data/places?${new URLSearchParams({ q: query, locale }).toString()}`,
    { signal },
  );
  if (!response.ok) throw new Error(`The search for places answered ${response.status}.`);
  const { places } = (await response.json()) as { places: ChosenCity[] };
  return places;
}
