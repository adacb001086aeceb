import type { FoundPage } from "@/lib/front/pages/page-memory";
import type { Route } from "@/lib/front/routes";
import type { Lane } from "@/lib/front/work-queue";

/** `shared`: for all, into the memory of pages. `single`: for one reader. */
export type RenderKind = "shared" | "single";

/** What the front door tells of itself to whoever watches the site. Nothing of it is about a visitor. */
export type Meter = {
  /** A page of the memory: it takes no time worth measuring. */
  countRemembered: (route: Route, status: number) => void;
  /**
   * @param status 0 where the visitor left before the answer
   * @param pattern of the address, such as `/[locale]/applications/[token]`: never the address
   */
  timeRequest: (
    route: Route,
    status: number,
    seconds: number,
    pattern: () => string | null,
  ) => void;
  timeRender: (kind: RenderKind, seconds: number) => void;
  countPage: (from: FoundPage["from"]) => void;
  countRefusal: (lane: Lane) => void;
};

const nothing = (): void => undefined;

export const noMeter: Meter = {
  countRemembered: nothing,
  timeRequest: nothing,
  timeRender: nothing,
  countPage: nothing,
  countRefusal: nothing,
};
