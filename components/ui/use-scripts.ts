"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

/**
 * Whether scripts run: false on the server and in the first render of the page that it sent, which
 * must be the server's.
 */
export const useScripts = (): boolean =>
  useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
