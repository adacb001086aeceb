import type { Dataset } from "@/lib/open-data/dataset";
import { actions } from "@/lib/open-data/datasets/actions";
import { decisions } from "@/lib/open-data/datasets/decisions";
import { endorsements } from "@/lib/open-data/datasets/endorsements";
import { events } from "@/lib/open-data/datasets/events";
import { news } from "@/lib/open-data/datasets/news";
import { paused } from "@/lib/open-data/datasets/paused";
import { signatories } from "@/lib/open-data/datasets/signatories";
import { snapshots } from "@/lib/open-data/datasets/snapshots";
import { statistics } from "@/lib/open-data/datasets/statistics";

/** In the order of the page about them. */
export const datasets: readonly Dataset[] = [
  signatories,
  paused,
  endorsements,
  actions,
  decisions,
  statistics,
  events,
  news,
  snapshots,
];

export const datasetNamed = (name: string): Dataset | undefined =>
  datasets.find((dataset) => dataset.name === name);
